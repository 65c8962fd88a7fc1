import type { CallView } from '@/lib/data/calls'
import type { Edition, EditionBlock, EditionChart, EditionSection, Part } from '@/lib/domain/report-edition'
import { dateInWords, listInWords } from '@/lib/i18n/in-words'

import { endOf } from './report-endmatter'
import { aboutFigures, gridsOf, pictureOf, type Grid } from './report-figures'

/** Words that are set alike. `goTo` is the id of what they lead to, `url` where they lead outside. */
export type Run = { text: string; goTo?: string; url?: string; raised?: boolean; italic?: boolean }

export type ReportTable = { kind: 'table'; id: string; title: string; note: string } & Grid
export type ReportPicture = {
  kind: 'picture'
  id: string
  title: string
  file: Buffer
  width: number
  height: number
  alt: string
  caption: string
  /** What is said of its figures, and where they stand. */
  about: Run[]
}
export type ReportBlock =
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'paragraph' | 'quotation' | 'bullet'; id: string; runs: Run[] }
  /** `list` is the same for all that are counted together. */
  | { kind: 'number'; id: string; runs: Run[]; n: number; list: number }
  /** One of a list with its own label, which may be empty. */
  | { kind: 'entry'; id: string; label: string; runs: Run[] }
  | ReportPicture
  | ReportTable

/** Ids are the same as on the web: a section's is its slug, a block's follows it after a slash. */
export type ReportSection = { id: string; heading: string; depth: 1 | 2; onNewPage: boolean; blocks: ReportBlock[] }

/** A report, all of it in words and pictures: what its PDF and its DOCX are made of. */
export type ReportDocument = {
  language: string
  kicker: string
  title: string
  /** Beneath the title on the cover. */
  lines: string[]
  warning: { title: string; text: string } | null
  /** What this edition changes. */
  changes: { title: string; text: string } | null
  contents: string
  sections: ReportSection[]
  publisher: string
  unshown: string
}

/** An edition as readers get it. Times are ISO. `all` are the numbers of every edition. */
export type Published = {
  number: number
  publishedAt: string
  changes: string
  edition: Edition
  errata: readonly { at: string; words: string }[]
  all: readonly { number: number }[]
}

/** Who asked, whose work it is, and where the site is. */
export type ReportCall = Pick<CallView, 'name' | 'commissioner' | 'demonstration'> & {
  partners: readonly Pick<CallView['partners'][number], 'name'>[]
}

const locale = 'en-GB'

/** Puts an edition into words and pictures. It holds nothing but what the edition does. */
export async function composeReport(view: Published, call: ReportCall, origin: string): Promise<ReportDocument> {
  const { edition, number, changes } = view
  const parts = await Promise.all(edition.sections.map((section, at) => sectionOf(section, edition.sections[at - 1])))
  return {
    language: locale,
    kicker: 'Report',
    title: edition.title,
    lines: coverLines(view, call, origin),
    warning: call.demonstration ? demonstration : null,
    changes: changes && number > 1 ? { title: 'What this edition changes', text: changes } : null,
    contents: 'Contents',
    sections: [
      ...summaryOf(edition),
      ...parts.map(({ section }) => section),
      ...dataOf(parts.flatMap(({ data }) => data)),
      ...endOf(view, origin),
    ],
    publisher: call.commissioner || 'Evidence portal',
    unshown: 'Letters of other scripts stand here as […]: the web page shows them.',
  }
}

const demonstration = {
  title: 'This report comes from a demonstration',
  text: 'Every organisation, person and event in it is invented. Nothing in it is evidence: do not base a decision on it.',
}

function coverLines({ number, publishedAt, errata, all }: Published, call: ReportCall, origin: string): string[] {
  const latest = Math.max(number, ...all.map(edition => edition.number))
  const corrected = errata
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  return [
    `Edition ${number}, ${dateInWords(publishedAt, locale)}`,
    ...(corrected ? [`With corrections up to ${dateInWords(corrected, locale)}, listed at its end`] : []),
    ...(latest > number ? [`Edition ${latest} has replaced it: ${origin}/report`] : []),
    `On the call for evidence ‘${call.name}’`,
    ...(call.partners.length > 0
      ? [
          `By ${listInWords(
            call.partners.map(({ name }) => name),
            locale,
          )}`,
        ]
      : []),
    ...(call.commissioner ? [`Commissioned by the ${call.commissioner}`] : []),
    ...(latest === number ? [`On the web at ${origin}/report`] : []),
  ]
}

function summaryOf({ summary }: Edition): ReportSection[] {
  const texts = summary.split(/\n{2,}/).filter(text => text.trim() !== '')
  const blocks = texts.map((text, at) => ({ kind: 'paragraph' as const, id: `summary/p${at + 1}`, runs: [{ text }] }))
  return blocks.length > 0 ? [{ id: 'summary/', heading: 'Summary', depth: 1, onNewPage: true, blocks }] : []
}

type Made = { section: ReportSection; data: ReportTable[] }

/** A section, with those tables of its figures that are too long to stand in it. Appendices begin on pages of their own. */
async function sectionOf(section: EditionSection, before: EditionSection | undefined): Promise<Made> {
  const depth = section.depth === 2 ? 2 : 1
  const name = section.appendix ? `Appendix ${section.number}` : section.number
  const made = await Promise.all(
    section.blocks.map((block, at) => blockOf(block, section, countedTo(section.blocks, at))),
  )
  return {
    section: {
      id: section.slug,
      heading: section.appendix && depth === 1 ? `${name}: ${section.title}` : `${section.number}  ${section.title}`,
      depth,
      onNewPage: depth === 1 && (section.appendix || before === undefined),
      blocks: made.flatMap(({ blocks }) => blocks),
    },
    data: made.flatMap(({ data }) => data),
  }
}

/** Which of a numbered list a block is, and where that list begins. */
function countedTo(blocks: readonly EditionBlock[], at: number): { n: number; list: number } {
  let list = at
  while (list > 0 && blocks[list - 1]?.kind === 'number') list -= 1
  return { n: at - list + 1, list }
}

type MadeBlock = { blocks: ReportBlock[]; data: ReportTable[] }

async function blockOf(
  block: EditionBlock,
  { slug }: EditionSection,
  counted: { n: number; list: number },
): Promise<MadeBlock> {
  const id = `${slug}/${block.id}`
  if (block.kind === 'chart') return figureOf(block, id)
  if (block.kind === 'table') {
    const { title, note, head, rows, number } = block
    const figures = rows.length > 0 && rows.every(row => row.slice(1).every(cell => /^[\d.,%–-]*$/.test(cell)))
    const table = { kind: 'table', id, title: `Table ${number}: ${title}`, note, head, rows, figures } as const
    return { blocks: [table], data: [] }
  }
  const runs = runsOf(block.parts)
  if (block.kind === 'heading') return alone({ kind: 'heading', id, text: runs.map(run => run.text).join('') })
  return alone(block.kind === 'number' ? { kind: 'number', id, runs, ...counted } : { kind: block.kind, id, runs })
}

const alone = (block: ReportBlock): MadeBlock => ({ blocks: [block], data: [] })

/** Signs of notes that stand beside each other are parted, so that 1 and 2 are not read as 12. */
function runsOf(parts: readonly Part[]): Run[] {
  const runs = parts.map(runOf)
  return runs.flatMap((run, at) => (run.raised && runs[at - 1]?.raised ? [{ text: ', ', raised: true }, run] : [run]))
}

function runOf(part: Part): Run {
  if (typeof part === 'string') return { text: part }
  if ('note' in part) return { text: String(part.note), goTo: `notes/${part.note}`, raised: true }
  if ('work' in part) return { text: part.words, goTo: `works/${part.work}` }
  return { text: part.words, goTo: part.at ? `${part.section}/${part.at}` : part.section }
}

// A longer table would part the text: it stands at the end.
const mostRows = 14

async function figureOf(chart: EditionChart, id: string): Promise<MadeBlock> {
  const picture = await pictureOf(chart)
  const grids = gridsOf(chart)
  const title = `Figure ${chart.number}: ${chart.title}`
  const tables = grids.map((grid, at): ReportTable => {
    const which = grids.length > 1 ? ` (${at + 1} of ${grids.length})` : ''
    return {
      kind: 'table',
      id: `data/${chart.number}.${at + 1}`,
      title: `Data of figure ${chart.number}: ${chart.title}${which}`,
      note: '',
      ...grid,
    }
  })
  const aside = grids.length > 1 || (grids[0]?.rows.length ?? 0) > mostRows
  const about: Run[] = [
    { text: aboutFigures(chart, locale) },
    ...(aside
      ? [
          { text: ' Its table: ' },
          { text: `data of figure ${chart.number}`, goTo: `data/${chart.number}.1` },
          { text: '.' },
        ]
      : []),
  ]
  const shown: ReportPicture = { kind: 'picture', id, title, ...picture, caption: chart.caption, about }
  return aside ? { blocks: [shown], data: tables } : { blocks: [shown, ...tables], data: [] }
}

function dataOf(tables: ReportTable[]): ReportSection[] {
  return tables.length > 0
    ? [{ id: 'data/', heading: 'Data of the figures', depth: 1, onNewPage: true, blocks: tables }]
    : []
}
