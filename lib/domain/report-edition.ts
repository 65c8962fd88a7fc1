import * as z from 'zod/mini'

import { AnalysisView } from './analysis'
import { wordKinds } from './prose'
import { Work as CslWork } from './report-work'
import { organisationTypes } from './submission'

// What readers get of the report: whole in itself, so that nothing it says can change after it was published but by what
// respondents take back.

/**
 * Part of a text: words; the sign of a note; a reference to a place of the report (`section` is a slug, `at` the id of a
 * block there, empty for the section itself); or one to a work of the bibliography.
 */
const Part = z.union([
  z.string(),
  z.object({ note: z.int() }),
  z.object({ section: z.string(), at: z.string(), words: z.string() }),
  z.object({ work: z.string(), words: z.string() }),
])
export type Part = z.infer<typeof Part>

const Words = z.object({ id: z.string(), kind: z.enum(wordKinds), parts: z.array(Part) })

/** As AnalysisTable of lib/domain/analysis-table.ts. */
const CountedTable = z.object({
  rowHead: z.string(),
  unit: z.enum(['submissions', 'senders', 'segments', 'times']),
  soFar: z.boolean(),
  columns: z.array(z.object({ key: z.string(), label: z.string(), base: z.number() })),
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      depth: z.number(),
      colour: z.nullable(z.number()),
      total: z.number(),
      cells: z.array(z.nullable(z.number())),
    }),
  ),
  base: z.number(),
  notes: z.array(z.string()),
})

/** `number` counts figures through the whole report, `takenAt` (ISO) is when it was counted. Its id is `figure-<number>`. */
const Chart = z.object({
  id: z.string(),
  kind: z.literal('chart'),
  number: z.int(),
  title: z.string(),
  caption: z.string(),
  view: AnalysisView,
  table: CountedTable,
  takenAt: z.string(),
})

/** A table that is made with the edition. `number` counts tables through the whole report. Its id is `table-<number>`. */
const Table = z.object({
  id: z.string(),
  kind: z.literal('table'),
  number: z.int(),
  title: z.string(),
  note: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})

const Block = z.union([Words, Chart, Table])
export type EditionWords = z.infer<typeof Words>
export type EditionChart = z.infer<typeof Chart>
export type EditionTable = z.infer<typeof Table>
export type EditionBlock = z.infer<typeof Block>

/** `number` is `3`, `3.2`, `A` or `A.1`; `slug` its own part of the address. */
const Section = z.object({
  slug: z.string(),
  number: z.string(),
  title: z.string(),
  depth: z.int(),
  appendix: z.boolean(),
  blocks: z.array(Block),
})
export type EditionSection = z.infer<typeof Section>

/** Where a note's sign stands: the block `at` of a section, its `paragraph` as a reader counts them. */
const Place = z.object({ section: z.string(), at: z.string(), number: z.string(), paragraph: z.int() })
export type NotePlace = z.infer<typeof Place>

/**
 * A note on a passage of the evidence. `words` are those that consent lets out, with what is personal masked; null where
 * it lets out none. `gone`: the respondent has taken them back since, and nothing of it is here.
 */
const PassageNote = z.object({
  kind: z.literal('passage'),
  n: z.int(),
  words: z.nullable(z.string()),
  code: z.string(),
  organisationName: z.nullable(z.string()),
  organisationType: z.nullable(z.enum(organisationTypes)),
  gone: z.boolean(),
  places: z.array(Place),
})
/** A note on a case study. `gone`: a respondent that it was written from has taken back what they gave, and it went with it. */
const StudyNote = z.object({
  kind: z.literal('study'),
  n: z.int(),
  slug: z.string(),
  title: z.string(),
  gone: z._default(z.boolean(), false),
  places: z.array(Place),
})
const Note = z.union([PassageNote, StudyNote])
export type PassageNote = z.infer<typeof PassageNote>
export type StudyNote = z.infer<typeof StudyNote>
export type EditionNote = z.infer<typeof Note>

/** A published work as the bibliography has it: the title stands in italics between two texts. `csl`: for reference managers. */
const Work = z.object({
  id: z.string(),
  before: z.string(),
  title: z.string(),
  after: z.string(),
  url: z.string(),
  csl: z.optional(CslWork),
})
export type EditionWork = z.infer<typeof Work>

export const Edition = z.object({
  title: z.string(),
  /** Plain paragraphs, parted by empty lines. */
  summary: z.string(),
  sections: z.array(Section),
  notes: z.array(Note),
  works: z.array(Work),
})
export type Edition = z.infer<typeof Edition>

/** Said in place of words that a respondent has taken back. */
export const takenBack = '[taken back by the respondent]'

/** The figures of an edition, in their order. */
export function chartsOf({ sections }: Pick<Edition, 'sections'>): EditionChart[] {
  return sections.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'chart'))
}

/** The notes whose signs stand in a section, in their order. */
export function notesIn({ notes }: Pick<Edition, 'notes'>, slug: string): EditionNote[] {
  return notes.filter(({ places }) => places.some(({ section }) => section === slug))
}

/** A text as it reads: without the signs of its notes. */
export function readAloud(parts: readonly Part[]): string {
  return parts.map(part => (typeof part === 'string' ? part : 'words' in part ? part.words : '')).join('')
}

/** "Section 3.2", "Appendix A". */
export function sectionName({ number, appendix }: Pick<EditionSection, 'number' | 'appendix'>): string {
  return `${appendix ? 'Appendix' : 'Section'} ${number}`
}
