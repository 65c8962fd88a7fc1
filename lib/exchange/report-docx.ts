import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'

import { across } from './briefing-docx-styles'
import { fitted, look } from './briefing-look'
import { boxOf, coverOf, linesOf, packDocx, styled } from './docx-parts'
import type { ReportBlock, ReportDocument, ReportPicture, ReportSection, ReportTable, Run } from './report-document'
import { columnShares } from './table-widths'

/**
 * The report as a DOCX that can be edited: real headings and styles, a field for its contents, captions, tables that say
 * their heads on every page, words for every picture, and bookmarks that links lead to. Its properties name no person.
 */
export function reportAsDocx(report: ReportDocument): Promise<Buffer> {
  const anchors = anchorsOf(report)
  const summary = report.sections.find(({ id }) => id === 'summary/')
  const others = report.sections.filter(section => section !== summary)
  const lists = report.sections.flatMap(section => section.blocks.flatMap(block => listOf(section, block) ?? []))
  return packDocx(
    report,
    [...new Set(lists)],
    [
      ...coverOf(report),
      ...(report.changes ? boxOf(report.changes, look.canal, look.canalTint) : []),
      ...(summary ? sectionOf(summary, anchors) : []),
      styled('ContentsTitle', report.contents, { pageBreakBefore: !summary }),
      new TableOfContents(report.contents, { hyperlink: true, headingStyleRange: '1-2' }),
      ...others.flatMap(section => sectionOf(section, anchors)),
    ],
  )
}

/** A bookmark's name for each id: the format takes letters, digits and `_` only. One that begins with `_` is not listed to readers. */
type Anchors = ReadonlyMap<string, string>

function anchorsOf({ sections }: ReportDocument): Anchors {
  const ids = sections.flatMap(({ id, blocks }) => [id, ...blocks.map(block => block.id)])
  return new Map([...new Set(ids)].map((id, at) => [id, `_r${at + 1}`]))
}

function marked(anchors: Anchors, id: string, children: ParagraphChild[]): ParagraphChild[] {
  const name = anchors.get(id)
  return name ? [new Bookmark({ id: name, children })] : children
}

function sectionOf(section: ReportSection, anchors: Anchors): FileChild[] {
  const { id, heading, depth, onNewPage, blocks } = section
  return [
    new Paragraph({
      heading: depth === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      pageBreakBefore: onNewPage,
      ...(depth === 1 && !onNewPage ? { spacing: { before: 560, after: 100 } } : {}),
      children: marked(anchors, id, linesOf(heading)),
    }),
    ...blocks.flatMap(block => blockOf(block, section, anchors)),
  ]
}

const listOf = ({ id }: ReportSection, block: ReportBlock) =>
  block.kind === 'number' ? `numbers-${id}${block.list}` : null

function blockOf(block: ReportBlock, section: ReportSection, anchors: Anchors): FileChild[] {
  const { depth } = section
  const said = (runs: readonly Run[], more: IParagraphOptions = {}) =>
    new Paragraph({
      ...more,
      children: marked(
        anchors,
        block.id,
        runs.flatMap(run => runOf(run, anchors)),
      ),
    })
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          // below parts in its look, so that contents hold parts only; but no level is left out
          heading: HeadingLevel.HEADING_3,
          outlineLevel: depth,
          children: marked(anchors, block.id, linesOf(block.text)),
        }),
      ]
    case 'paragraph':
      return [said(block.runs)]
    case 'quotation':
      return [said(block.runs, { style: 'Quote' })]
    case 'bullet':
      return [said(block.runs, { numbering: { reference: 'bullets', level: 0 } })]
    case 'number':
      return [said(block.runs, { numbering: { reference: listOf(section, block) ?? 'bullets', level: 0 } })]
    case 'entry':
      return [
        block.label
          ? said([{ text: `${block.label}\t` }, ...block.runs], { style: 'NoteText' })
          : said(block.runs, { style: 'Bibliography' }),
      ]
    case 'picture':
      return pictureOf(block, anchors)
    case 'table':
      return tableOf(block, anchors)
  }
}

function runOf({ text, goTo, url, raised, italic }: Run, anchors: Anchors): ParagraphChild[] {
  const look = { superScript: raised ?? false, italics: italic ?? false }
  const runs = (more: object) =>
    text.split('\n').map((line, at) => new TextRun({ text: line, ...look, ...more, ...(at > 0 ? { break: 1 } : {}) }))
  const anchor = goTo ? anchors.get(goTo) : undefined
  if (url) return [new ExternalHyperlink({ link: url, children: runs({ style: 'Hyperlink' }) })]
  if (anchor) return [new InternalHyperlink({ anchor, children: runs({ style: raised ? 'NoteSign' : 'Hyperlink' }) })]
  return runs({})
}

const caption = (title: string, id: string, anchors: Anchors) =>
  new Paragraph({ style: 'Caption', children: marked(anchors, id, linesOf(title)) })

const dot = 0.3 // points for each dot of a chart, as in the PDF

function pictureOf(picture: ReportPicture, anchors: Anchors): Paragraph[] {
  const { width, height } = fitted(picture, { width: across / 20, height: 560 }, dot)
  const image = new ImageRun({
    type: 'png',
    data: picture.file,
    transformation: { width: Math.round((width * 96) / 72), height: Math.round((height * 96) / 72) },
    altText: { name: picture.title, description: picture.alt },
  })
  const about = picture.about.flatMap(run => runOf(run, anchors))
  return [
    caption(picture.title, picture.id, anchors),
    new Paragraph({ children: [image], keepNext: true, spacing: { before: 60, after: 60 } }),
    ...(picture.caption ? [new Paragraph({ children: linesOf(picture.caption), keepNext: true })] : []),
    new Paragraph({ style: 'Label', children: about, spacing: { before: 0, after: 200 } }),
  ]
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: look.line }

const smallTable = 15 // rows

function tableOf({ id, title, note, head, rows, figures }: ReportTable, anchors: Anchors): FileChild[] {
  const widths = columnShares(head, rows).map(share => Math.round(share * across))
  const rowOf = (cells: readonly string[], at: number) => {
    const heading = at === 0
    // a small table stands on one page
    const keepNext = heading || (rows.length <= smallTable && at < rows.length)
    return new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: widths.map((size, column) => {
        const alignment = figures && column > 0 ? AlignmentType.RIGHT : AlignmentType.LEFT
        return new TableCell({
          width: { size, type: WidthType.DXA },
          borders: { top: none, left: none, right: none, bottom: thin },
          margins: { left: 60, right: 60 },
          ...(heading ? { shading: { type: 'clear', fill: look.canalTint, color: 'auto' } as const } : {}),
          children: [styled(heading ? 'TableHead' : 'TableText', cells[column] ?? '', { alignment, keepNext })],
        })
      }),
    })
  }
  return [
    caption(title, id, anchors),
    new Table({
      width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      // the first row and the first column say what the others are
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [head, ...rows].map(rowOf),
    }),
    styled('Label', note, { spacing: { before: 60, after: 240 } }),
  ]
}
