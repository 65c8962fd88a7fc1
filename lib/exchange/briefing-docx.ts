import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  VerticalMergeType,
  WidthType,
  type FileChild,
} from 'docx'

import type { BriefingBlock, BriefingDocument, BriefingRow, BriefingSection } from './briefing'
import { across, labelled } from './briefing-docx-styles'
import { fitted, look } from './briefing-look'
import { boxOf, coverOf, linesOf, packDocx, styled } from './docx-parts'
import { regionAsPng } from './region-picture'

/**
 * The briefing as a DOCX that can be edited: real headings, contents, numbered pages, a language for each text and
 * alternative text for pictures. Its properties name no person.
 */
export async function briefingAsDocx(briefing: BriefingDocument): Promise<Buffer> {
  const pages = await Promise.all(briefing.sections.map(sectionOf))
  const { introduction, contents } = briefing
  return packDocx(
    briefing,
    briefing.sections.map(({ heading }) => `numbers-${heading}`),
    [
      ...coverOf(briefing),
      ...(introduction ? [styled('Lead', introduction, { spacing: { before: 280, after: 120 } })] : []),
      styled('ContentsTitle', contents),
      new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-1' }),
      ...pages.flat(),
    ],
  )
}

async function sectionOf(section: BriefingSection): Promise<FileChild[]> {
  const top = { border: { top: { style: BorderStyle.SINGLE, size: 24, space: 10, color: look.canal } } }
  return [
    styled('Kicker', section.kicker, { pageBreakBefore: true, ...top }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: linesOf(section.heading) }),
    ...(section.lead ? [styled('Lead', section.lead)] : []),
    ...(section.facts.length > 0 ? [await factsOf(section)] : []),
    ...section.blocks.flatMap(block => blockOf(block, section.heading)),
  ]
}

async function factsOf({ facts, picture }: BriefingSection): Promise<Table> {
  if (!picture) return rowsOf(facts)
  const { file, width, height } = await regionAsPng(picture)
  const pixels = 96 / 72
  const image = new ImageRun({
    type: 'png',
    data: file,
    transformation: { width: Math.round(width * pixels), height: Math.round(height * pixels) },
    altText: { name: 'Places', description: picture.alt },
  })
  const paragraph = new Paragraph({ alignment: AlignmentType.RIGHT, children: [image] })
  return rowsOf(facts, { width: 2_300, first: [paragraph] })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: look.line }
const side = { top: none, bottom: none, left: none, right: none }

/** Labels with what is said under them; at the right, where given, one thing beside all rows. */
function rowsOf(rows: readonly BriefingRow[], beside?: { width: number; first: Paragraph[] }): Table {
  const valued = across - labelled - (beside?.width ?? 0)
  const cell = (width: number, paragraph: Paragraph, more: object = {}) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: { ...side, top: thin },
      margins: { left: 0, right: 120 },
      children: [paragraph],
      ...more,
    })
  return new Table({
    width: { size: across, type: WidthType.DXA },
    columnWidths: [labelled, valued, ...(beside ? [beside.width] : [])],
    borders: { ...side, insideHorizontal: none, insideVertical: none },
    rows: rows.map(({ label, value }, index) => {
      const span = index === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE
      return new TableRow({
        cantSplit: true,
        children: [
          cell(labelled, styled('Label', label)),
          cell(valued, styled('Value', value)),
          ...(beside
            ? [
                cell(beside.width, beside.first[0] ?? new Paragraph({}), {
                  borders: side,
                  verticalMerge: span,
                  children: index === 0 ? beside.first : [new Paragraph({})],
                }),
              ]
            : []),
        ],
      })
    }),
  })
}

function blockOf(block: BriefingBlock, section: string): FileChild[] {
  if (block.kind === 'rows') return [rowsOf(block.rows)]
  if (block.kind === 'note') return boxOf(block, look.canal, look.canalTint)
  if (block.kind === 'quotation')
    return [styled('Quotation', `“${block.text}”`), ...(block.source ? [styled('QuotationSource', block.source)] : [])]
  if (block.kind === 'picture') return pictureOf(block)
  const children = linesOf(block.text)
  if (block.kind === 'part') return [new Paragraph({ heading: HeadingLevel.HEADING_2, children })]
  if (block.kind === 'heading') return [new Paragraph({ heading: HeadingLevel.HEADING_3, children })]
  if (block.kind === 'bullet') return [new Paragraph({ children, numbering: { reference: 'bullets', level: 0 } })]
  if (block.kind === 'number')
    return [new Paragraph({ children, numbering: { reference: `numbers-${section}`, level: 0 } })]
  return [block.kind === 'quoted' ? styled('Quoted', block.text) : new Paragraph({ children })]
}

function pictureOf(picture: BriefingBlock & { kind: 'picture' }): Paragraph[] {
  const { file, alt, caption } = picture
  const { width, height } = fitted(picture, { width: across / 20, height: look.pictureHeight })
  const image = new ImageRun({
    type: 'jpg',
    data: file,
    transformation: { width: Math.round((width * 96) / 72), height: Math.round((height * 96) / 72) },
    altText: { name: 'Picture', description: alt },
  })
  const kept = { keepNext: caption !== '', spacing: { before: 160, after: 60 } }
  return [
    new Paragraph({ ...kept, children: [image] }),
    ...(caption ? [styled('Label', caption, { spacing: { before: 0, after: 200 } })] : []),
  ]
}
