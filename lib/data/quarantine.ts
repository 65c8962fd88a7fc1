import { record } from '@/lib/data/audit'
import { lockSubmission, noSuchSubmission } from '@/lib/data/live-submission'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { suspicions, type Suspicion } from '@/lib/domain/spam'
import { answerFields, type AnswerField } from '@/lib/domain/submission'
import { ok, refused, type Result } from '@/lib/result'

/** What was held back: enough to tell a person from a machine, and nothing of who to ask. */
export type QuarantinedView = {
  reference: string
  title: string
  organisationName: string
  submittedAt: Date
  reasons: Suspicion[]
  answers: { field: AnswerField; body: string }[]
  links: string[]
}

/** How many are shown at once: whoever releases or leaves them sees the next ones. */
export const quarantineShown = 50

/** What waits in the quarantine of a call, the newest first, and how much in all. Null for who may not see it. */
export async function listQuarantine(
  viewer: Viewer,
  callId: string,
): Promise<{ total: number; rows: QuarantinedView[] } | null> {
  if (!may(viewer, 'readQuarantine')) return null
  const where = { callId, status: 'QUARANTINED' } as const
  const [total, rows] = await Promise.all([
    db.submission.count({ where }),
    db.submission.findMany({
      where,
      orderBy: { submittedAt: 'desc' },
      take: quarantineShown,
      select: {
        reference: true,
        title: true,
        organisationName: true,
        submittedAt: true,
        quarantineReasons: true,
        links: { select: { url: true }, orderBy: { position: 'asc' } },
        texts: {
          where: { kind: 'ANSWER' },
          select: { field: true, versions: { select: { body: true }, orderBy: { number: 'desc' }, take: 1 } },
        },
      },
    }),
  ])
  return {
    total,
    rows: rows.map(row => ({
      reference: row.reference ?? '',
      title: row.title ?? '',
      organisationName: row.organisationName ?? '',
      submittedAt: row.submittedAt ?? new Date(0),
      reasons: suspicions.filter(sign => row.quarantineReasons.includes(sign)),
      answers: answerFields.flatMap(field => {
        const body = row.texts.find(text => text.field === field)?.versions[0]?.body
        return body ? [{ field, body }] : []
      }),
      links: row.links.map(({ url }) => url),
    })),
  }
}

/** Lets a response out of the quarantine: it is a submission like any other from then on. Doing it twice changes nothing. */
export function releaseFromQuarantine(viewer: Viewer, reference: string): Promise<Result> {
  return db.$transaction(async tx => {
    const held = await lockSubmission(tx, reference)
    if (!held || !may(viewer, 'releaseQuarantined', held)) return refused(noSuchSubmission)
    if (held.status === 'SUBMITTED') return ok()
    await tx.submission.update({ where: { id: held.id }, data: { status: 'SUBMITTED' } })
    const thing = { kind: 'submission', id: held.id }
    await record(tx, { actor: viewer, action: 'submission.release', thing, callId: held.callId })
    return ok()
  })
}
