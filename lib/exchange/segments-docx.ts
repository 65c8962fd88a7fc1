import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
} from 'docx'

import type { ExportGroup, ManifestLine } from '@/lib/domain/export'

import { look } from './briefing-look'

/** A passage as a document has it. `address` leads back to where it stands in the portal. */
export type Segment = {
  reference: string
  title: string
  organisationName: string
  places: readonly string[]
  field: string
  quotation: string
  code: { id: string; name: string }
  coder: { name: string; team: string }
  agreed: boolean
  memo: string
  address: string
}

type Segments = { title: string; group: ExportGroup; segments: readonly Segment[]; manifest: readonly ManifestLine[] }

/**
 * Passages as a document: real headings, one for each code or submission, under it what was said, where it stands as a link, and
 * who coded it. Its properties are a title and dates. It is made whole in memory: give it some hundred.
 */
export function segmentsAsDocx({ title, group, segments, manifest }: Segments): Promise<Buffer> {
  const document = new Document({
    title,
    // the library would write names of its own
    creator: '',
    lastModifiedBy: '',
    styles,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: footer() },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: linesOf(title) }),
          heading('About this export'),
          ...manifest.map(
            ({ label, text }) =>
              new Paragraph({
                style: 'About',
                children: [new TextRun({ text: `${label}: `, bold: true }), ...linesOf(text)],
              }),
          ),
          ...segments.flatMap((segment, at) => paragraphsOf(segment, segments[at - 1], group)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const own = (id: string, name: string, run: object, paragraph: object) =>
  ({ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph }) as const

const headed = (size: number, before: number) => ({
  run: { font: 'Cambria', size, color: look.ink, bold: false },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 80 } },
})

const styles = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, color: look.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120 } },
    },
    title: headed(48, 0),
    heading1: headed(30, 360),
    heading2: headed(24, 200),
  },
  paragraphStyles: [
    own('About', 'About', { size: 20 }, { spacing: { after: 40 } }),
    own('Segment', 'Segment', {}, { keepLines: true, keepNext: true, indent: { left: 360 }, spacing: { after: 40 } }),
    own('Source', 'Source', { size: 19, color: look.muted }, { indent: { left: 360 }, spacing: { after: 200 } }),
    own('Memo', 'Memo', { size: 20, italics: true }, { keepNext: true, indent: { left: 360 }, spacing: { after: 40 } }),
  ],
}

/** A line break in a text stays one. */
function linesOf(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))
}

const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, children: linesOf(text) })
const styled = (style: string, children: IParagraphOptions['children']) =>
  new Paragraph({ style, children: children ?? [] })

function footer(): Footer {
  const children = [
    new TextRun({ size: 17, color: look.muted, children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
  ]
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] })
}

function paragraphsOf(segment: Segment, before: Segment | undefined, group: ExportGroup): Paragraph[] {
  const { code, coder, reference, title, memo, agreed } = segment
  const same = before && (group === 'code' ? before.code.id === code.id : before.reference === reference)
  const coded = `${coder.name}${coder.team ? ` (${coder.team})` : ''}${agreed ? ', agreed' : ''}`
  const about =
    group === 'code'
      ? [segment.organisationName, ...segment.places, title, segment.field, `coded by ${coded}`]
      : [segment.field, `coded as ${code.name} by ${coded}`]
  const link = new ExternalHyperlink({
    link: segment.address,
    children: [new TextRun({ text: reference, style: 'Hyperlink' })],
  })
  const rest = new TextRun({ text: ` · ${about.filter(Boolean).join(' · ')}` })
  return [
    ...(same ? [] : group === 'code' ? [heading(code.name)] : headingsOf(segment)),
    styled('Segment', linesOf(`“${segment.quotation}”`)),
    ...(memo ? [styled('Memo', linesOf(`Memo: ${memo}`))] : []),
    styled('Source', [link, rest]),
  ]
}

function headingsOf({ title, reference, organisationName, places }: Segment): Paragraph[] {
  const from = [reference, organisationName, ...places].filter(Boolean).join(' · ')
  return [heading(title || reference), styled('About', linesOf(from))]
}
