import * as z from 'zod/mini'

/** Without a word from the writer's page for so long, anybody may write: it was closed, or lost its line. */
export const staleAfter = 60_000
/** So long the writer has to answer whoever asks. */
export const answerWithin = 60_000

/** Who writes, when their page was last heard of, and who asked to write instead. */
export type WritingLock = { personId: string; seenAt: Date; askedById: string | null; askedAt: Date | null }

export const lockDeeds = ['look', 'hold', 'ask', 'give', 'take', 'leave'] as const
/**
 * `hold` says that the page is there, and takes what nobody has; `give` hands it to whoever asked; `take` is without an
 * answer; `leave` lets go.
 */
export type LockDeed = (typeof lockDeeds)[number]
export const LockInput = z.object({ deed: z.enum(lockDeeds) })

/** Who writes at that time; null for nobody. */
export function writerOf(lock: WritingLock | null, now: Date): string | null {
  return lock && now.getTime() - lock.seenAt.getTime() < staleAfter ? lock.personId : null
}

/** When somebody may take over without an answer; null where they have not asked. */
export function mayTakeAt(lock: WritingLock, personId: string): Date | null {
  if (lock.askedById !== personId || !lock.askedAt) return null
  return new Date(lock.askedAt.getTime() + answerWithin)
}

/** What follows from a deed: the lock as it then is, null for none, and `same` where the deed changes nothing. */
export function afterDeed(
  lock: WritingLock | null,
  deed: LockDeed,
  personId: string,
  now: Date,
): WritingLock | null | 'same' {
  const writer = writerOf(lock, now)
  const mine: WritingLock = { personId, seenAt: now, askedById: null, askedAt: null }
  if (!lock || writer === null) return deed === 'hold' || deed === 'take' ? mine : 'same'
  if (writer === personId) {
    if (deed === 'hold') return { ...lock, seenAt: now }
    if (deed === 'leave') return null
    if (deed === 'give' && lock.askedById) return { ...mine, personId: lock.askedById }
    return 'same'
  }
  if (deed === 'ask') return asked(lock, personId, now)
  const due = mayTakeAt(lock, personId)
  return deed === 'take' && due && due <= now ? mine : 'same'
}

/** Whoever asked first is first, until their page is shut so long that they have not come for it. */
function asked(lock: WritingLock, personId: string, now: Date): WritingLock | 'same' {
  const waited = lock.askedAt ? now.getTime() - lock.askedAt.getTime() : Infinity
  if (lock.askedById === personId || (lock.askedById && waited < 5 * answerWithin)) return 'same'
  return { ...lock, askedById: personId, askedAt: now }
}
