import { BorderStyle, LineRuleType, TabStopType, UnderlineType } from 'docx'

import { look } from './briefing-look'

// Twentieths of a point, as the format counts lengths; fonts that every office program has, or one as wide.
export const across = 11_906 - 2 * 1_200
export const labelled = 2_100
const fonts = { text: 'Calibri', heading: 'Cambria' }

/** A bar at the side of a paragraph. */
export const bar = (colour: string, size = 24) => ({
  left: { style: BorderStyle.SINGLE, size, space: 10, color: colour },
})

/** The styles of our documents, by which a reader's own program can restyle it. */
export function stylesFor(language: string) {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: fonts.heading, size, color: look.ink, bold: false },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO } },
  })
  const own = (id: string, name: string, run: object, paragraph: object) =>
    ({ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph }) as const
  const cell = { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO }
  const contents = { spacing: { after: 80 }, tabStops: [{ type: TabStopType.RIGHT, position: across }] }
  const hanging = (left: number) => ({ indent: { left, hanging: left }, spacing: { after: 90 } })
  return {
    default: {
      document: {
        run: { font: fonts.text, size: 21, color: look.ink, language: { value: language } },
        paragraph: { spacing: { after: 110, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: fonts.heading, size: 64, color: look.ink },
        paragraph: { spacing: { before: 60, after: 260 }, keepNext: true },
      },
      heading1: heading(44, 40, 100),
      heading2: heading(28, 240, 60),
      heading3: heading(23, 160, 40),
      caption: {
        run: { size: 21, color: look.canal, italics: false, bold: false },
        paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
      },
      hyperlink: { run: { color: look.canal, underline: { type: UnderlineType.SINGLE } } },
    },
    paragraphStyles: [
      own('Kicker', 'Kicker', { color: look.canal, size: 21 }, { keepNext: true, spacing: { after: 20 } }),
      own('Lead', 'Lead', { font: fonts.heading, size: 26 }, { spacing: { after: 200 } }),
      own(
        'Quotation',
        'Large quotation',
        { font: fonts.heading, size: 31 },
        {
          keepNext: true,
          keepLines: true,
          indent: { left: 360, right: 700 },
          spacing: { before: 260, after: 0 },
          border: bar(look.furnace, 36),
        },
      ),
      own(
        'QuotationSource',
        'Source of a quotation',
        { color: look.muted, size: 19 },
        { indent: { left: 360, right: 700 }, spacing: { before: 0, after: 260 }, border: bar(look.furnace, 36) },
      ),
      own('Quoted', 'Quoted words', {}, { indent: { left: 480, right: 480 } }),
      own('Label', 'Label', { color: look.muted, size: 18 }, { spacing: { before: 30, after: 30 } }),
      own(
        'Value',
        'Value',
        { size: 20 },
        { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO } },
      ),
      own(
        'ContentsTitle',
        'Title of contents',
        { font: fonts.heading, size: 28 },
        { keepNext: true, spacing: { before: 400, after: 80 } },
      ),
      own(
        'Quote',
        'Quote',
        { font: fonts.heading, size: 24 },
        {
          keepLines: true,
          indent: { left: 360, right: 500 },
          spacing: { before: 160, after: 160 },
          border: bar(look.furnace),
        },
      ),
      own('TableHead', 'Head of a table', { size: 17, color: look.canal }, { keepNext: true, spacing: cell }),
      own('TableText', 'Text of a table', { size: 18 }, { spacing: cell }),
      own('NoteText', 'Note', { size: 20 }, { ...hanging(480), tabStops: [{ type: TabStopType.LEFT, position: 480 }] }),
      own('Bibliography', 'Bibliography', { size: 20 }, hanging(360)),
      own('TOC2', 'toc 2', { size: 20 }, { ...contents, indent: { left: 360 } }),
      own('TOC1', 'toc 1', { size: 21 }, contents),
    ],
    characterStyles: [
      { id: 'NoteSign', name: 'Sign of a note', basedOn: 'DefaultParagraphFont', run: { color: look.canal } },
    ],
  }
}
