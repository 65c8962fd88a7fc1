import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type IParagraphOptions,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'

import { bar, stylesFor } from './briefing-docx-styles'
import { look } from './briefing-look'

// What every document of ours shares as a DOCX: its page, head and foot, its cover, lists and boxes.

type Said = { title: string; text: string }
type Cover = { kicker: string; title: string; lines: readonly string[]; warning: Said | null }
type About = Pick<Cover, 'kicker' | 'title' | 'warning'> & { publisher: string; language: string }

/** The file: numbered pages with what it is at their head, but for the cover. `lists` are numbered lists, each counting by itself. Its properties name no person. */
export function packDocx(about: About, lists: readonly string[], children: FileChild[]): Promise<Buffer> {
  const document = new Document({
    title: about.title,
    subject: about.kicker,
    creator: about.publisher,
    lastModifiedBy: about.publisher,
    styles: stylesFor(about.language),
    numbering: { config: [bullets, ...lists.map(numbersOf)] },
    pageNumbers: estimatePageNumbers,
    sections: [
      {
        properties: { page: pageLook, titlePage: true },
        headers: { default: headerOf(about), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footerOf(), first: new Footer({ children: [new Paragraph({})] }) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

const pageLook = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_300, bottom: 1_200, left: 1_200, right: 1_200, header: 600, footer: 600 },
}

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 400, hanging: 240 } } },
    },
  ],
}

function numbersOf(reference: string) {
  return {
    reference,
    levels: [
      {
        level: 0,
        format: LevelFormat.DECIMAL,
        text: '%1.',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 440, hanging: 320 } } },
      },
    ],
  }
}

/** A paragraph of a style. */
export const styled = (style: string, text: string, more: IParagraphOptions = {}) =>
  new Paragraph({ style, children: linesOf(text), ...more })

/** A line break in a text stays one. */
export function linesOf(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))
}

function headerOf({ title, warning }: About): Header {
  const words = warning ? `${title} · demonstration` : title
  return new Header({
    children: [new Paragraph({ children: [new TextRun({ text: words, size: 17, color: look.muted })] })],
  })
}

function footerOf(): Footer {
  const size = { size: 17, color: look.muted }
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ ...size, children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
}

/** What a document is, large on its first page, with what it warns of. */
export function coverOf({ kicker, title, lines, warning }: Cover): Paragraph[] {
  return [
    styled('Kicker', kicker, {
      spacing: { before: 900, after: 40 },
      border: { top: { style: BorderStyle.SINGLE, size: 48, space: 14, color: look.canal } },
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: linesOf(title) }),
    ...lines.map(line => new Paragraph({ children: linesOf(line), spacing: { after: 50 } })),
    ...(warning ? boxOf(warning, look.furnace, look.furnaceTint) : []),
  ]
}

/** A few sentences on a tint, with a bar at their side. */
export function boxOf({ title, text }: Said, colour: string, tint: string): Paragraph[] {
  const shading = { type: 'clear' as const, fill: tint, color: 'auto' }
  const box = { border: bar(colour, 36), shading, indent: { left: 260, right: 120 } }
  return [
    new Paragraph({
      ...box,
      keepNext: true,
      spacing: { before: 240, after: 0 },
      children: [new TextRun({ text: title, bold: true, color: colour })],
    }),
    new Paragraph({ ...box, children: linesOf(text), spacing: { after: 240 } }),
  ]
}
