import * as z from 'zod/mini'

import type { Role } from './person'
import { ReportProseSchema, tidyReportProse, wordsOfReport, type ReportProse } from './report-prose'
import { countCharacters } from './text-count'
import { lineInput, paragraphsInput } from './text-input'

export const reportStatuses = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** Words for the workspace. */
export const reportStatusNames: Record<ReportStatus, string> = {
  DRAFT: 'Draft',
  IN_REVIEW: 'In review',
  CHANGES_REQUESTED: 'Changes requested',
  APPROVED: 'Approved',
  PUBLISHED: 'Published',
}

export const reportEvents = ['edit', 'sendForReview', 'approve', 'lastApproval', 'requestChanges', 'publish'] as const
export type ReportEvent = (typeof reportEvents)[number]

const following: Record<ReportStatus, Partial<Record<ReportEvent, ReportStatus>>> = {
  DRAFT: { edit: 'DRAFT', sendForReview: 'IN_REVIEW' },
  IN_REVIEW: { edit: 'DRAFT', approve: 'IN_REVIEW', lastApproval: 'APPROVED', requestChanges: 'CHANGES_REQUESTED' },
  CHANGES_REQUESTED: { edit: 'CHANGES_REQUESTED', sendForReview: 'IN_REVIEW' },
  APPROVED: { edit: 'DRAFT', publish: 'PUBLISHED' },
  // readers keep the edition that was published, whatever is written for the next
  PUBLISHED: { edit: 'DRAFT' },
}

/** The status that follows, or null where this cannot happen to a report of this status. */
export function reportStatusAfter(status: ReportStatus, event: ReportEvent): ReportStatus | null {
  return following[status][event] ?? null
}

type Word = { version: number; teamId: string; verdict: 'APPROVE' | 'REQUEST_CHANGES'; createdAt: Date }

/**
 * The teams that have still to approve this version: each team that has people who can, by its latest word. All of them
 * write the report, so all of them answer for it; fewer than two never do.
 */
export function teamsToApprove<T extends { id: string }>(teams: readonly T[], words: Word[], version: number): T[] {
  const latest = new Map<string, Word>()
  for (const word of words) {
    if (word.version !== version) continue
    const before = latest.get(word.teamId)
    if (!before || before.createdAt <= word.createdAt) latest.set(word.teamId, word)
  }
  return teams.filter(({ id }) => latest.get(id)?.verdict !== 'APPROVE')
}

/** Who can approve for a team. */
export const approvingRoles: Role[] = ['RESEARCHER', 'LEAD']

export const sectionKinds = ['WRITTEN', 'METHOD', 'CODEBOOK', 'AGREEMENT', 'SUBMISSIONS'] as const
export type SectionKind = (typeof sectionKinds)[number]

/** Words for the workspace, and the title that a new one has. */
export const sectionKindNames: Record<SectionKind, string> = {
  WRITTEN: 'Text',
  METHOD: 'How the evidence was gathered',
  CODEBOOK: 'Codebook',
  AGREEMENT: 'Agreement between coders',
  SUBMISSIONS: 'Who responded',
}

/** What the table holds that an appendix gets when an edition is made. */
export const sectionKindHints: Record<Exclude<SectionKind, 'WRITTEN'>, string> = {
  METHOD: 'After what you write: when the call was open, and how much was received, coded, settled and published.',
  CODEBOOK: 'After what you write: every code in use, with its definition.',
  AGREEMENT: 'After what you write: the figures of the latest measurement of agreement.',
  SUBMISSIONS:
    'After what you write: the organisations that agreed to be named, and how many others there are of each kind.',
}

/** In Unicode code points. */
export const reportLimits = { title: 200, summary: 3_000, section: 30_000, sectionTitle: 200, changes: 2_000 }
export const mostSections = 60
export const mostWorks = 300

const version = z.coerce.number().check(z.int(), z.positive())
const sectionTitle = lineInput({ name: 'Title', most: reportLimits.sectionTitle, missing: 'Enter a title' })

/** The report's own words. `version` is the one of the page that sends it. */
export const ReportInput = z.object({
  version,
  title: lineInput({ name: 'Title', most: reportLimits.title, missing: 'Enter a title' }),
  summary: paragraphsInput({ name: 'Summary', most: reportLimits.summary }),
})
export type ReportInput = z.infer<typeof ReportInput>

export const NewSectionInput = z.object({
  kind: z._default(z.enum(sectionKinds, 'Select what it holds'), 'WRITTEN'),
  /** `appendix`, or `section` where it is not one. All but text are appendices. */
  place: z._default(z.enum(['section', 'appendix']), 'section'),
  title: sectionTitle,
})
export type NewSectionInput = z.infer<typeof NewSectionInput>

export const sectionMoves = ['up', 'down', 'in', 'out'] as const
/** `in` makes it a part of the section before it, `out` a section of its own. */
export const MoveSectionInput = z.object({ id: z.uuid(), move: z.enum(sectionMoves) })
export type MoveSectionInput = z.infer<typeof MoveSectionInput>

export const SectionDeedInput = z.object({ id: z.uuid(), version })
export type SectionDeedInput = z.infer<typeof SectionDeedInput>

/** Prose, or one sentence about it: whatever is wrong inside it, no page of ours sends such a thing. */
const readable = z.transform((sent: string, context): ReportProse => {
  let body: unknown = null
  try {
    body = JSON.parse(sent)
  } catch {
    // said below
  }
  const parsed = ReportProseSchema.safeParse(body)
  if (parsed.success) return tidyReportProse(parsed.data)
  context.issues.push({ code: 'custom', message: 'The text could not be read. Load the page again.', input: sent })
  return z.NEVER
})
const tooLong = `The text must be ${reportLimits.section.toLocaleString('en-GB')} characters or less`

/** A section as its editor sends it: its body as JSON, for forms carry nothing but words. */
export const SectionInput = z.object({
  id: z.uuid(),
  version,
  title: sectionTitle,
  body: z.pipe(
    z.pipe(z._default(z.string(), '[]'), readable),
    z
      .custom<ReportProse>()
      .check(z.refine(body => countCharacters(wordsOfReport(body)) <= reportLimits.section, tooLong)),
  ),
})
export type SectionInput = z.infer<typeof SectionInput>

export const RestoreSectionInput = z.object({
  id: z.uuid(),
  version,
  number: z.coerce.number().check(z.int(), z.positive()),
})
export type RestoreSectionInput = z.infer<typeof RestoreSectionInput>

/** A deed upon one version of the report. */
export const ReportDeedInput = z.object({ version })
export type ReportDeedInput = z.infer<typeof ReportDeedInput>

export const ReportReviewInput = z.extend(ReportDeedInput, {
  verdict: z.enum(['APPROVE', 'REQUEST_CHANGES'], { error: 'Select whether to approve it or to ask for changes' }),
  note: paragraphsInput({ name: 'Note', most: 2_000 }),
})
export type ReportReviewInput = z.infer<typeof ReportReviewInput>

export const PublishReportInput = z.extend(ReportDeedInput, {
  changes: paragraphsInput({ name: 'What this edition changes', most: reportLimits.changes }),
})
export type PublishReportInput = z.infer<typeof PublishReportInput>

/** Words of the report that may be personal and are to stay. */
export const KeepWordsInput = z.object({
  words: z.string().check(z.minLength(1), z.maxLength(5_000)),
  reason: lineInput({ name: 'Reason', most: 300, missing: 'Enter why these words can stay' }),
})
export type KeepWordsInput = z.infer<typeof KeepWordsInput>

export const WorkDeedInput = z.object({ id: z.uuid() })
