import * as z from 'zod/mini'

import type { Note } from './citation-notes'
import type { PublishAnswer } from './consent'
import type { OrganisationType } from './submission'
import { lengthOfProse, plainText, ProseSchema, readProse, tidyProse, type Prose } from './prose'
import { lineInput, paragraphsInput } from './text-input'

export const caseStudyStatuses = [
  'DRAFT',
  'IN_REVIEW',
  'CHANGES_REQUESTED',
  'APPROVED',
  'PUBLISHED',
  'WITHDRAWN',
] as const
export type CaseStudyStatus = (typeof caseStudyStatuses)[number]

/** Words for the workspace. */
export const caseStudyStatusNames: Record<CaseStudyStatus, string> = {
  DRAFT: 'Draft',
  IN_REVIEW: 'In review',
  CHANGES_REQUESTED: 'Changes requested',
  APPROVED: 'Approved',
  PUBLISHED: 'Published',
  WITHDRAWN: 'Withdrawn',
}

/** How many teams other than the authors' must approve. */
export const approvalsNeeded = 2

/** What is wrong where fewer can review it than must approve it: the other teams by their short names, and readers outside them whom a lead has named. Null where enough can. */
export function tooFewTeams(others: readonly string[], readers = 0): string | null {
  if (others.length + readers >= approvalsNeeded) return null
  const left = others.length === 0 ? 'no other team has' : `only ${others.join(', ')} has`
  return `Two teams other than the authors’ must approve a case study, and ${left} people to review it. A lead can name a reader outside the teams.`
}

type ReviewLike = { version: number; teamId: string; verdict: 'APPROVE' | 'REQUEST_CHANGES'; createdAt: Date }

/** The teams whose latest word on this version is yes, the authors' own left out. */
export function approvingTeams(reviews: ReviewLike[], version: number, authorTeamIds: string[]): string[] {
  const latest = new Map<string, ReviewLike>()
  for (const review of reviews) {
    if (review.version !== version || authorTeamIds.includes(review.teamId)) continue
    const before = latest.get(review.teamId)
    if (!before || before.createdAt <= review.createdAt) latest.set(review.teamId, review)
  }
  return [...latest.values()].filter(review => review.verdict === 'APPROVE').map(review => review.teamId)
}

const strictness: PublishAnswer[] = ['NO', 'WITHOUT_NAME', 'WITH_NAME']

/** The strictest of all sources' answers in force. No source, or one without an answer, allows nothing. */
export function strictest(answers: (PublishAnswer | null)[]): PublishAnswer {
  if (answers.length === 0) return 'NO'
  const ranks = answers.map(answer => strictness.indexOf(answer ?? 'NO'))
  return strictness[Math.min(...ranks)] ?? 'NO'
}

/** Its sections, each a text of its own. */
export const proseFields = ['whatHappened', 'whatWasNew', 'difference', 'learning'] as const
export type ProseField = (typeof proseFields)[number]

/** The fields of a case study that readers see as running text, in their order on the page. */
export const writtenFields = [
  'title',
  'summary',
  'whatHappened',
  'whatWasNew',
  'difference',
  'learning',
  'quotation',
  'quotationSource',
  'decisionArea',
] as const
export type WrittenField = (typeof writtenFields)[number]
export type Written = Record<Exclude<WrittenField, ProseField>, string> & Record<ProseField, Prose>

/** What readers get of a case study, whether it is public already or not. */
export type Readable = Written & {
  /** Whose evidence its numbered notes name. */
  notes: Note[]
  organisationName: string | null
  organisationType: OrganisationType | null
  placeKeys: string[]
  placeNames: string[]
  themes: string[]
  lenses: string[]
}

/** A row that holds these texts: its sections as they are kept. */
type WrittenRow = Record<Exclude<WrittenField, ProseField>, string> & Record<ProseField, unknown>

/** The texts of a case study or of a release, and nothing else of the row. */
export function writtenOf(row: WrittenRow): Written {
  const { title, summary, quotation, quotationSource, decisionArea } = row
  return {
    title,
    summary,
    whatHappened: readProse(row.whatHappened),
    whatWasNew: readProse(row.whatWasNew),
    difference: readProse(row.difference),
    learning: readProse(row.learning),
    quotation,
    quotationSource,
    decisionArea,
  }
}

/** The words of each field. */
export function wordsWritten(written: Written): Record<WrittenField, string> {
  return {
    ...written,
    whatHappened: plainText(written.whatHappened),
    whatWasNew: plainText(written.whatWasNew),
    difference: plainText(written.difference),
    learning: plainText(written.learning),
  }
}

/** Words for the workspace. */
export const fieldNames: Record<WrittenField | 'places' | 'themes' | 'lenses' | 'pictures', string> = {
  title: 'Title',
  summary: 'Summary',
  whatHappened: 'What happened',
  whatWasNew: 'What was new',
  difference: 'What difference it made',
  learning: 'What others can take from it',
  quotation: 'Quotation',
  quotationSource: 'Who said it',
  decisionArea: 'Decision area',
  places: 'Places',
  themes: 'Themes',
  lenses: 'Lenses',
  pictures: 'Pictures',
}

/** What fits, in characters (Unicode code points). */
export const caseStudyLimits: Record<WrittenField, number> = {
  title: 150,
  summary: 300,
  whatHappened: 10_000,
  whatWasNew: 10_000,
  difference: 10_000,
  learning: 10_000,
  quotation: 600,
  quotationSource: 150,
  decisionArea: 150,
}

function line(field: WrittenField, missing?: string) {
  const name = fieldNames[field]
  return lineInput({ name, most: caseStudyLimits[field], ...(missing ? { missing } : {}) })
}

function several(field: WrittenField) {
  return paragraphsInput({ name: fieldNames[field], most: caseStudyLimits[field] })
}

/** A section comes as JSON, for forms carry nothing but words. */
function section(field: ProseField) {
  const name = fieldNames[field]
  const unreadable = `${name} could not be read. Load the page again.`
  const tooLong = `${name} must be ${caseStudyLimits[field].toLocaleString('en-GB')} characters or less`
  const json = z.transform((sent: string): unknown => {
    try {
      return JSON.parse(sent)
    } catch {
      return null
    }
  })
  return z.pipe(
    z.pipe(z.pipe(z.pipe(z._default(z.string(unreadable), '[]'), json), readable(unreadable)), z.transform(tidyProse)),
    z.custom<Prose>().check(z.refine(prose => lengthOfProse(prose) <= caseStudyLimits[field], tooLong)),
  )
}

/** Prose, or one sentence about it: whatever is wrong inside it, no page of ours sends such a thing. */
function readable(message: string) {
  return z.transform((value: unknown, context): Prose => {
    const parsed = ProseSchema.safeParse(value)
    if (parsed.success) return parsed.data
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  })
}

/** A form sends nothing for no tick, and a word for one. */
function keys(what: string) {
  const list = z.transform((value: unknown) => (value === undefined ? [] : [value].flat()))
  const key = z.string({ error: `Select ${what} from the list` }).check(z.maxLength(100))
  return z.pipe(list, z.array(key).check(z.maxLength(100)))
}

/** The id in the address of a case study's desk. */
export const CaseStudyId = z.uuid()

/** What the workspace's list can be asked for in its address. What is not known is left out. */
export const CaseStudyListInput = z.object({
  status: z.catch(z.optional(z.enum(caseStudyStatuses)), undefined),
  after: z.catch(z.optional(z.uuid()), undefined),
})

/** What a save carries. `version` is the one the editor was opened at. A draft needs nothing but a title. */
export const CaseStudyInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
  title: line('title', 'Enter a title'),
  summary: line('summary'),
  whatHappened: section('whatHappened'),
  whatWasNew: section('whatWasNew'),
  difference: section('difference'),
  learning: section('learning'),
  quotation: several('quotation'),
  quotationSource: line('quotationSource'),
  decisionArea: line('decisionArea'),
  placeKeys: keys('places'),
  promptKeys: keys('themes'),
  lensKeys: keys('lenses'),
})
export type CaseStudyInput = z.infer<typeof CaseStudyInput>

/** A submission that a case study is to rest on, or no more. */
export const SourceInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
  reference: lineInput({ name: 'Reference', most: 300, missing: 'Enter the reference of a submission' }),
})

/** A deed upon one version of a case study: sending, publishing, unpublishing, withdrawing. */
export const CaseStudyDeedInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
})
export type CaseStudyDeedInput = z.infer<typeof CaseStudyDeedInput>

/** A reviewer's word on one version. A request says what to change. */
export const ReviewInput = z.extend(CaseStudyDeedInput, {
  verdict: z.enum(['APPROVE', 'REQUEST_CHANGES'], { error: 'Select whether to approve it or to ask for changes' }),
  note: paragraphsInput({ name: 'Note', most: 2_000 }),
})
export type ReviewInput = z.infer<typeof ReviewInput>

/** The ways in which a respondent's yes can have reached a researcher. */
export const yesChannels = ['telephone', 'email', 'letter', 'meeting'] as const
export const yesChannelNames: Record<(typeof yesChannels)[number], string> = {
  telephone: 'By telephone',
  email: 'By email',
  letter: 'By letter',
  meeting: 'In person',
}

/** A respondent's yes to one version, as a researcher records it. `on` is a day, `2026-08-07`. */
export const RespondentsYesInput = z.extend(CaseStudyDeedInput, {
  /** Which respondent it was, where several asked. */
  reference: z.string().check(z.maxLength(40)),
  how: z.enum(yesChannels, { error: 'Select how they said yes' }),
  // PostgreSQL has no year 0.
  on: z.iso
    .date('Enter the day on which they said yes')
    .check(z.regex(/^(?!0000)/, 'Enter the day on which they said yes')),
})
export type RespondentsYesInput = z.infer<typeof RespondentsYesInput>

/** What is missing before others can review it, a sentence for each field. Empty when it is whole. */
export function missingForReview(study: Written & { places: unknown[]; themes: unknown[] }): Record<string, string[]> {
  const missing: Record<string, string[]> = {}
  const needed: [WrittenField, string][] = [
    ['title', 'Enter a title'],
    ['summary', 'Enter a summary'],
    ['whatHappened', 'Enter what happened'],
    ['whatWasNew', 'Enter what was new'],
    ['difference', 'Enter what difference it made'],
    ['learning', 'Enter what others can take from it'],
  ]
  for (const [field, message] of needed) if (study[field].length === 0) missing[field] = [message]
  for (const field of proseFields)
    if (study[field].some(block => block.kind === 'figure' && !block.alt))
      missing[field] = [`Describe each picture in “${fieldNames[field]}” for those who do not see it`]
  if (study.quotation && !study.quotationSource) missing.quotationSource = ['Enter who said it']
  if (study.places.length === 0) missing.placeKeys = ['Select a place']
  if (study.themes.length === 0) missing.promptKeys = ['Select a theme']
  return missing
}
