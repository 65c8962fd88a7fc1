import { beforeAll, describe, expect, test } from 'vitest'

import { hasReader, opened, unzip, wordsOf } from '@/lib/testing/documents'
import { printedCall, printedEdition } from '@/lib/testing/printed-edition'

import { composeReport, type ReportBlock, type ReportDocument } from './report-document'
import { reportAsDocx } from './report-docx'
import { reportAsPdf } from './report-pdf'

let report: ReportDocument
let pdf: Buffer
let parts: Record<string, string>
beforeAll(async () => {
  report = await composeReport(printedEdition, printedCall, 'https://evidence.example')
  pdf = await reportAsPdf(report)
  parts = await unzip(await reportAsDocx(report))
}, 60_000)

/** What both documents have to say. */
const shown = [
  'Edition 2, 3 November 2026',
  'With corrections up to 10 November 2026',
  'By University of Wolverhampton, Coventry University and BVSC',
  'Commissioned by the West Midlands Combined Authority',
  'This report comes from a demonstration',
  'Figure 2 counts the evidence of September as well.',
  'Three things made the difference',
  '1.1 Food',
  'Appendix A: Codebook',
  '“We cooked because we had a kitchen, and because nobody else was going to.”',
  '[taken back by the respondent]',
  'Figure 2: Codes by place',
  'Data of figure 2: Codes by place (1 of 3)',
  'Counted on 2 November 2026.',
  'As they stood on 2 November 2026.',
  '“we had a kitchen and nobody else was going to” Hope House (example).',
  'A mutual aid group, not named here',
  'Taken back by the respondent: nothing of it stands here any more.',
  'Kitchens that opened overnight (example)',
  'Community action in a crisis',
  '10 November 2026: A quotation in section 1 was taken out.',
]
/** Behind a note whose respondent took it back. */
const gone = 'Zzcanary'

describe('the PDF', () => {
  test('has a title, a language, bookmarks, and tags for all that it shows', () => {
    const inside = opened(pdf)
    for (const sign of [
      '/MarkInfo',
      '/StructTreeRoot',
      '/Lang (en-GB)',
      '/DisplayDocTitle true',
      '/Outlines',
      '/GoTo',
      '/URI',
    ])
      expect(inside).toContain(sign)
    const tags =
      'H1 H2 H3 H4 TOC TOCI P BlockQuote L LI Lbl LBody Figure Caption Table THead TBody TR TH TD Link'.split(' ')
    for (const tag of tags.filter(tag => tag !== 'H4')) expect(inside, tag).toMatch(new RegExp(`/S /${tag}\\b`))
    for (const scope of ['Column', 'Row']) expect(inside).toContain(`/Scope /${scope}`)
    expect(inside.match(/\/S \/Figure\b/g)).toHaveLength(3)
    expect(inside.match(/\/Alt \(/g)?.length ?? 0).toBeGreaterThanOrEqual(3)
  })

  test('leads nowhere that is not there', () => {
    const inside = opened(pdf)
    const led = [...inside.matchAll(/\/S \/GoTo\s+\/D \(([^)]+)\)/g)].map(([, name]) => name ?? '')
    expect(led.length).toBeGreaterThan(15)
    for (const name of new Set(led))
      expect(inside, name).toMatch(new RegExp(`\\(${name.replace(/[.]/g, '\\$&')}\\)\\s*\\[`))
  })

  test('says all of it to another program, with pages in its contents, and nothing of what was taken back', () => {
    expect(opened(pdf)).not.toContain(gone)
    if (!hasReader) return
    const words = wordsOf(pdf)
    for (const text of shown) expect(words).toContain(text)
    expect(words).toContain('1 What happened, and who made it happen 3 ')
    expect(words).not.toContain(gone)
  })
})

describe('the DOCX', () => {
  const readingOf = (xml: string) =>
    xml
      .replace(/<\/w:p>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')

  test('has real styles, contents with parts, heads of tables, and words for its pictures', () => {
    const body = parts['word/document.xml'] ?? ''
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caption', 'Quote', 'NoteText', 'Bibliography'])
      expect(body, style).toContain(`w:val="${style}"`)
    expect(body).toMatch(/TOC [^<]*1-2/)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(6)
    expect(body.match(/descr="[^"]*Most frequent/g)).toHaveLength(3)
    const styles = new Set([...(parts['word/styles.xml'] ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id))
    const used = new Set([...body.matchAll(/<w:(?:p|r)Style w:val="([^"]+)"/g)].map(([, id]) => id))
    for (const id of used) expect([...styles, 'DefaultParagraphFont'], id).toContain(id)
  })

  test('leads nowhere that is not there', () => {
    const body = parts['word/document.xml'] ?? ''
    const marks = [...body.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(marks).size).toBe(marks.length)
    const led = [...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name)
    expect(led.length).toBeGreaterThan(15)
    for (const name of led) expect(marks).toContain(name)
  })

  test('says all of it, nothing of what was taken back, and names no person', () => {
    const words = readingOf(parts['word/document.xml'] ?? '')
    for (const text of shown) expect(words).toContain(text)
    for (const [name, text] of Object.entries(parts)) expect(text, name).not.toContain(gone)
    expect(parts['docProps/core.xml']).toContain('<dc:creator>West Midlands Combined Authority</dc:creator>')
  })
})

test('an edition that another has replaced says so, and does not lead to notes that are another’s by now', async () => {
  const older = await composeReport({ ...printedEdition, number: 1 }, printedCall, 'https://evidence.example')
  expect(older.lines).toContain('Edition 2 has replaced it: https://evidence.example/report')
  expect(older.changes).toBeNull()
  expect(JSON.stringify(older.sections)).not.toContain('/report/notes/')
  expect(JSON.stringify(report.sections)).toContain('https://evidence.example/report/notes/1')
})

describe('a report that is hard to set', () => {
  const set = (runs: string[], rows: string[][] = []) => {
    const table: ReportBlock = {
      kind: 'table',
      id: 't',
      title: 'Table 1',
      note: '',
      head: ['Code', 'Said'],
      rows,
      figures: false,
    }
    const said = runs.map((text, at): ReportBlock => ({ kind: 'paragraph', id: `p${at}`, runs: [{ text }] }))
    const blocks = [...said, table]
    return reportAsPdf({
      ...report,
      sections: [{ id: 'only', heading: '1  Only', depth: 1, onNewPage: true, blocks }],
    })
  }

  test('marks what its fonts cannot show, parts words that are wider than a page, and goes on over pages', async () => {
    const file = await set(['They said مرحبا and cooked.', 'x'.repeat(500), 'They carried it home. '.repeat(1_500), ''])
    if (!hasReader) return
    const words = wordsOf(file)
    for (const text of ['They said […] and cooked.', report.unshown]) expect(words).toContain(text)
    expect(words.match(/carried/g)).toHaveLength(1_500)
    expect(words.match(/x/g)?.length ?? 0).toBeGreaterThanOrEqual(500)
  })

  test('says the heads of a table again, and holds cells longer than a page', async () => {
    const file = await set(
      [],
      Array.from({ length: 60 }, (_, at) => [`C${at}`, `Said ${at}. ${at === 30 ? 'Long. '.repeat(1_500) : ''}`]),
    )
    if (!hasReader) return
    const words = wordsOf(file)
    expect(words.match(/Code Said/g)?.length ?? 0).toBeGreaterThan(2)
    for (const text of ['Said 0.', 'Said 59.']) expect(words).toContain(text)
    expect(words.match(/Long\./g)).toHaveLength(1_500)
  })

  test('is a document where nothing is written yet', async () => {
    const edition = { title: 'Empty', summary: '', sections: [], notes: [], works: [] }
    const empty = await composeReport(
      { ...printedEdition, edition, errata: [] },
      printedCall,
      'https://evidence.example',
    )
    expect((await reportAsPdf(empty)).byteLength).toBeGreaterThan(5_000)
    expect(Object.keys(await unzip(await reportAsDocx(empty)))).toContain('word/document.xml')
  })
})
