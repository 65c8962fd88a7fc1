import { createHash, randomBytes } from 'node:crypto'

import { record } from '@/lib/data/audit'
import { isPassword } from '@/lib/data/passwords'
import { dropOldTurns, forgetTurns, giveTurnBack, takeTurn, waitTime, type Limit } from '@/lib/data/rate-limit'
import { db, type Transaction } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { sessionIdle, sessionLife } from '@/lib/domain/sign-in'
import { normaliseLine } from '@/lib/domain/text-normal'
import { ok, refused, type Result } from '@/lib/result'

/** Failed sign-ins that an account, and a network, may have. They slow guessing down and lock nobody out for ever. */
export const accountLimit: Limit = {
  name: 'sign-in-account',
  most: 5,
  minutes: 15,
}
export const networkLimit: Limit = {
  name: 'sign-in-network',
  most: 30,
  minutes: 15,
}

const touchEvery = 60_000

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

type SignIn = {
  email: string
  password: string
  network: string
  userAgent: string
}

/**
 * Begins a session for the right email address and password, and answers its secret token (43 characters). Whether
 * there is such an account, shows neither in the answer nor in the time it takes.
 */
export async function beginSession({
  email,
  password,
  network,
  userAgent,
}: SignIn): Promise<Result<{ token: string }>> {
  const address = normaliseLine(email).toLowerCase()
  // One after the other: a network that has no turn left must not use up those of other people's accounts.
  for (const [limit, who] of [[networkLimit, network] as const, [accountLimit, address] as const]) {
    const turn = await takeTurn(limit, who)
    if (!turn.given) return refused(`Too many attempts to sign in have failed. Wait ${waitTime(turn)}, then try again`)
  }
  const person = await db.person.findUnique({
    where: { email: address },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
  const right = await isPassword(password, person?.passwordHash)
  const token = right && person ? await openSession(person, userAgent) : null
  if (!token) {
    const thing = { kind: 'person', id: person?.id ?? 'unknown' }
    await db.$transaction(tx => record(tx, { actor: 'portal', action: 'session.refuse', thing }))
    return refused('Check your email address and password')
  }
  await Promise.all([giveTurnBack(networkLimit, network), forgetTurns(accountLimit, address), dropOldTurns()])
  return ok({ token })
}

/** Null where the account was disabled or its password changed since it was read. */
async function openSession(person: { id: string; passwordHash: string }, userAgent: string): Promise<string | null> {
  const token = randomBytes(32).toString('base64url')
  return db.$transaction(async tx => {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Person" WHERE "id" = ${person.id}::uuid AND "disabledAt" IS NULL
        AND "passwordHash" = ${person.passwordHash} FOR SHARE`
    if (found.length === 0) return null
    const session = await tx.session.create({
      data: {
        tokenHash: hashOf(token),
        personId: person.id,
        userAgent: userAgent.slice(0, 300),
        expiresAt: new Date(Date.now() + sessionLife),
      },
      select: { id: true },
    })
    await record(tx, {
      actor: person,
      action: 'session.begin',
      thing: { kind: 'session', id: session.id },
    })
    return token
  })
}

/**
 * The person whose session has this token, or null: it has ended, is too old, was idle too long, or the account is
 * disabled. Read at each request, so that what an administrator or the person changes is in force at the next one.
 */
export async function findViewer(token: string, now = new Date()): Promise<Viewer | null> {
  const session = await db.session.findUnique({
    where: {
      tokenHash: hashOf(token),
      endedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - sessionIdle) },
      person: { disabledAt: null },
    },
    select: {
      id: true,
      lastSeenAt: true,
      person: {
        select: {
          id: true,
          name: true,
          email: true,
          role: true,
          team: { select: { id: true, name: true, short: true } },
        },
      },
    },
  })
  if (!session) return null
  if (now.getTime() - session.lastSeenAt.getTime() > touchEvery) {
    await db.session.updateMany({
      where: { id: session.id, endedAt: null },
      data: { lastSeenAt: now },
    })
  }
  return { ...session.person, sessionId: session.id }
}

/** A signed-in browser as its owner sees it. `current` is the one that asks. */
export type SessionView = {
  id: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
  current: boolean
}

/** The viewer's own sessions that are in force, the last seen first. */
export async function listSessions(viewer: Viewer, now = new Date()): Promise<SessionView[]> {
  const sessions = await db.session.findMany({
    where: {
      personId: viewer.id,
      endedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - sessionIdle) },
    },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  })
  return sessions.map(session => ({
    ...session,
    current: session.id === viewer.sessionId,
  }))
}

/** Signs the viewer out: the token is worth nothing from now on, wherever it was copied to. */
export async function endOwnSession(viewer: Viewer): Promise<void> {
  await db.$transaction(tx => endSessions(tx, viewer, { personId: viewer.id, id: viewer.sessionId }, 'session.signOut'))
}

/** Ends one of the viewer's own sessions. Ending it twice changes nothing. */
export async function endSession(viewer: Viewer, sessionId: string): Promise<Result> {
  const found = await db.session.count({
    where: { id: sessionId, personId: viewer.id },
  })
  if (found === 0) return refused('There is no such session.')
  await db.$transaction(tx => endSessions(tx, viewer, { personId: viewer.id, id: sessionId }))
  return ok()
}

/** Ends all of the viewer's sessions but the one that asks. */
export async function endOtherSessions(viewer: Viewer): Promise<Result> {
  await db.$transaction(tx =>
    endSessions(tx, viewer, {
      personId: viewer.id,
      id: { not: viewer.sessionId },
    }),
  )
  return ok()
}

/** Ends the sessions that match and writes each down, inside a transaction of lib/data. */
export async function endSessions(
  tx: Transaction,
  actor: { id: string } | 'portal',
  which: { personId: string; id?: string | { not: string } },
  action: 'session.end' | 'session.signOut' = 'session.end',
): Promise<void> {
  const ended = await tx.session.updateManyAndReturn({
    where: { ...which, endedAt: null },
    data: { endedAt: new Date() },
    select: { id: true, personId: true },
  })
  for (const session of ended) {
    await record(tx, {
      actor,
      action,
      thing: { kind: 'session', id: session.id },
      details: { personId: session.personId },
    })
  }
}
