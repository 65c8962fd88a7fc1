import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { sessionIdle } from '@/lib/domain/sign-in'
import { readReference } from '@/lib/domain/reference'

/** A submission that the viewer may listen to, asked again with each event: their session, and its state. Null where not. */
export async function findLive(viewer: Viewer, typed: string): Promise<{ id: string; blind: boolean } | null> {
  const reference = readReference(typed)
  if (!reference) return null
  const [submission, session] = await Promise.all([
    db.submission.findUnique({ where: { reference }, select: { id: true, status: true, blind: true } }),
    db.session.findFirst({
      where: {
        id: viewer.sessionId,
        endedAt: null,
        expiresAt: { gt: new Date() },
        lastSeenAt: { gt: new Date(Date.now() - sessionIdle) },
        person: { disabledAt: null },
      },
      select: { id: true },
    }),
  ])
  return session && submission && may(viewer, 'readSubmission', submission) ? submission : null
}
