import { organisationsNamedIn } from '@/lib/data/report-names'
import { type db, type Transaction } from '@/lib/db'
import type { Edition } from '@/lib/domain/report-edition'
import { writtenIn } from '@/lib/domain/report-faults'

/** What of a submission an edition holds: the evidence behind a note, or by `note` 0 its organisation's name alone. */
export type EditionSource = { submissionId: string; note: number; name: string }

type Holds = {
  /** By note. */
  cited: readonly { submissionId: string; note: number }[]
  /** Named in a table. */
  listed: readonly string[]
  /** What is said of this edition beside its text. */
  changes: string
}

/** Everything of an edition that goes when a respondent takes it back, with the name by which it is known there. */
export async function sourcesOf(
  tx: Transaction | typeof db,
  callId: string,
  edition: Edition,
  { cited, listed, changes }: Holds,
): Promise<EditionSource[]> {
  const text = [...writtenIn(edition).map(passage => passage.text), changes].join('\n')
  const named = (await organisationsNamedIn(tx, callId, text)).filter(({ allowed }) => allowed)
  const held = [
    ...cited,
    ...(await behindStudies(tx, callId, edition)),
    ...[...listed, ...named.map(({ submissionId }) => submissionId)].map(submissionId => ({ submissionId, note: 0 })),
  ]
  const rows = await tx.submission.findMany({
    where: { id: { in: held.map(({ submissionId }) => submissionId) } },
    select: { id: true, organisationName: true },
  })
  const names = new Map(rows.map(({ id, organisationName }) => [id, organisationName ?? '']))
  const each = new Map(held.map(one => [`${one.submissionId} ${one.note}`, one]))
  return [...each.keys()]
    .toSorted()
    .flatMap(key => each.get(key) ?? [])
    .map(({ submissionId, note }) => ({ submissionId, note, name: names.get(submissionId) ?? '' }))
}

/** Whose evidence the case studies rest on that an edition cites. */
async function behindStudies(tx: Transaction | typeof db, callId: string, { notes }: Edition) {
  const studies = new Map(notes.flatMap(note => (note.kind === 'study' ? [[note.slug, note.n] as const] : [])))
  const rows = await tx.release.findMany({
    where: { callId, slug: { in: [...studies.keys()] }, publishedAt: { not: null } },
    select: { slug: true, caseStudy: { select: { sources: { select: { submissionId: true } } } } },
  })
  return rows.flatMap(({ slug, caseStudy }) =>
    (caseStudy?.sources ?? []).map(({ submissionId }) => ({ submissionId, note: studies.get(slug) ?? 0 })),
  )
}
