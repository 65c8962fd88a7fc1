import { record } from '@/lib/data/audit'
import { carryOver } from '@/lib/data/carry-over'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'
import { differences, RevisionContent, revisionFieldNames, type Difference } from '@/lib/domain/revision'
import { organisationTypeNames, type AnswerField } from '@/lib/domain/submission'
import { ok, refused, type Result } from '@/lib/result'

const contentSelect = {
  organisationName: true,
  organisationType: true,
  practice: true,
  practiceOf: true,
  communities: true,
  neighbourhood: true,
  title: true,
  submittedAt: true,
  places: { select: { place: { select: { key: true } } }, orderBy: { place: { position: 'asc' } } },
  prompts: { select: { prompt: { select: { key: true } } }, orderBy: { prompt: { position: 'asc' } } },
  links: { select: { url: true }, orderBy: { position: 'asc' } },
  files: { where: { position: { not: null } }, select: { id: true }, orderBy: { position: 'asc' } },
  texts: {
    where: { kind: 'ANSWER' },
    select: { field: true, versions: { select: { number: true, body: true }, orderBy: { number: 'desc' }, take: 1 } },
  },
} as const

/** What a response says now, as a revision keeps it. Throws where it was never sent. */
export async function readRevision(tx: Transaction, id: string): Promise<RevisionContent & { submittedAt: Date }> {
  const row = await tx.submission.findUniqueOrThrow({ where: { id }, select: contentSelect })
  const newest = new Map(row.texts.map(({ field, versions }) => [field, versions[0]]))
  const standing = (field: AnswerField) => {
    const version = newest.get(field)
    return version?.body ? version.number : null
  }
  const content = RevisionContent.parse({
    ...row,
    practiceOf: row.practiceOf ?? '',
    neighbourhood: row.neighbourhood ?? '',
    places: row.places.map(({ place }) => place.key),
    prompts: row.prompts.map(({ prompt }) => prompt.key),
    links: row.links.map(({ url }) => url),
    files: row.files.map(file => file.id),
    texts: {
      whatHappened: standing('whatHappened'),
      difference: standing('difference'),
      learned: standing('learned'),
    },
  })
  return { ...content, submittedAt: row.submittedAt ?? new Date() }
}

/** The ids of the files that stand in the last revision, in their order; null where none is kept. */
export async function filesOfLastRevision(tx: Transaction, submissionId: string): Promise<string[] | null> {
  const last = await tx.submissionRevision.findFirst({
    where: { submissionId },
    select: { content: true },
    orderBy: { number: 'desc' },
  })
  return last && RevisionContent.parse(last.content).files
}

/** Keeps what was sent as revision 1, where it is not kept yet: called before anything of it is corrected. Answers the last one. */
export async function keepFirstRevision(
  tx: Transaction,
  submissionId: string,
): Promise<{ number: number; content: RevisionContent }> {
  const last = await tx.submissionRevision.findFirst({
    where: { submissionId },
    select: { number: true, content: true },
    orderBy: { number: 'desc' },
  })
  if (last) return { number: last.number, content: RevisionContent.parse(last.content) }
  const { submittedAt, ...content } = await readRevision(tx, submissionId)
  await tx.submissionRevision.create({ data: { submissionId, number: 1, content, createdAt: submittedAt } })
  return { number: 1, content }
}

/** Keeps what a response says now, after a correction. */
export async function addRevision(
  tx: Transaction,
  submissionId: string,
  number: number,
  createdAt = new Date(),
): Promise<RevisionContent> {
  const { submittedAt: _, ...content } = await readRevision(tx, submissionId)
  await tx.submissionRevision.create({ data: { submissionId, number, content, createdAt } })
  return content
}

/** What one correction changed, in words for the workspace: what stood before, and what stands since. */
export type CorrectionView = { at: string; changes: { label: string; before: string; after: string }[] }

/** The corrections of a live submission, the newest first; null where the viewer may not read it. */
export async function listCorrections(viewer: Viewer, reference: string): Promise<CorrectionView[] | null> {
  const read = readReference(reference)
  const found = read
    ? await db.submission.findUnique({
        where: { reference: read },
        select: {
          status: true,
          call: {
            select: {
              places: { select: { key: true, name: true } },
              prompts: { select: { key: true, theme: true } },
            },
          },
          files: { select: { id: true, name: true } },
          texts: { select: { field: true, versions: { select: { number: true, body: true } } } },
          revisions: { select: { content: true, createdAt: true }, orderBy: { number: 'asc' } },
        },
      })
    : null
  if (!found || !may(viewer, 'readSubmission', found)) return null
  const names = new Map<string, string>([
    ...found.call.places.map(({ key, name }) => [`places:${key}`, name] as const),
    ...found.call.prompts.map(({ key, theme }) => [`prompts:${key}`, theme] as const),
    ...found.files.map(({ id, name }) => [`files:${id}`, name] as const),
    ...found.texts.flatMap(({ field, versions }) =>
      versions.map(({ number, body }) => [`${field}:${number}`, body] as const),
    ),
    ...Object.entries(organisationTypeNames).map(([type, name]) => [`organisationType:${type}`, name] as const),
    ['practice:OWN', 'Their own work'],
    ['practice:ELSEWHERE', 'Good practice elsewhere'],
  ])
  const told = ({ field, before, after }: Difference) => {
    const words = (values: string[]) => values.map(value => names.get(`${field}:${value}`) ?? value).join('\n')
    return { label: revisionFieldNames[field], before: words(before), after: words(after) }
  }
  const contents = found.revisions.map(({ content }) => RevisionContent.parse(content))
  return found.revisions
    .slice(1)
    .map(({ createdAt }, index) => {
      const [before, after] = contents.slice(index, index + 2)
      return { at: createdAt.toISOString(), changes: before && after ? differences(before, after).map(told) : [] }
    })
    .toReversed()
}

/** A lead has looked at what changed after settling: the submission is no longer marked. */
export function settleCorrection(viewer: Viewer, reference: string): Promise<Result> {
  return db.$transaction(async tx => {
    const submission = await lockSubmission(tx, reference)
    if (!submission || !may(viewer, 'readSubmission', submission)) return refused(noSuchSubmission)
    if (!may(viewer, 'settleCorrection', submission))
      return refused('Only a lead can say that a correction was looked at.')
    const { count } = await tx.submission.updateMany({
      where: { id: submission.id, correctedSettled: true },
      data: { correctedSettled: false },
    })
    if (count === 0) return ok()
    await carryOver(tx, submission.id)
    const thing = { kind: 'submission', id: submission.id }
    await record(tx, { actor: viewer, action: 'submission.settleCorrection', thing, callId: submission.callId })
    return ok()
  })
}
