import { createHash, randomBytes, randomUUID } from 'node:crypto'

import { giveTurnBack, takeTurn, type Limit } from '@/lib/data/rate-limit'
import { db, type Transaction } from '@/lib/db'
import { Prisma, type KeyKind } from '@/prisma/generated/client'

const day = 86_400_000

/** How long a key opens, in days. */
export const keyDays: Record<KeyKind, number> = { BROWSER: 30, RESUME: 30, EVIDENCE: 730 }

const guesses: Limit = { name: 'private-key', most: 10, minutes: 15 }

/** The hash by which a key is found; null for what cannot be a token. */
export function hashOfToken(token: string | null): string | null {
  return token && /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest('hex') : null
}

/** Makes a key and answers its token: 43 characters that are kept nowhere. With `replaceOthers` older ones of its kind open nothing any more, and say so. */
export async function issueKey(
  tx: Transaction,
  submissionId: string,
  kind: KeyKind,
  { replaceOthers = false }: { replaceOthers?: boolean } = {},
): Promise<string> {
  const { token, row } = newKey(submissionId, kind)
  if (replaceOthers) await replaceKeys(tx, submissionId, kind)
  await tx.$executeRaw(row)
  return token
}

/** A new token, and the statement that makes it a key. */
export function newKey(submissionId: string, kind: KeyKind): { token: string; row: Prisma.Sql } {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + keyDays[kind] * day)
  const row = Prisma.sql`
    INSERT INTO "PrivateKey" ("id", "submissionId", "kind", "tokenHash", "expiresAt")
    VALUES (${randomUUID()}::uuid, ${submissionId}::uuid, ${kind}::"KeyKind", ${hashOfToken(token)}, ${expiresAt})`
  return { token, row }
}

/**
 * Ends all keys of a kind: they open nothing any more, and say that there is a newer one. Mails that still wait to be
 * sent with such a link go with them: they may be on their way to the wrong address.
 */
export async function replaceKeys(tx: Transaction, submissionId: string, kind: KeyKind): Promise<void> {
  await tx.privateKey.updateMany({ where: { submissionId, kind, replacedAt: null }, data: { replacedAt: new Date() } })
  await tx.mail.deleteMany({ where: { submissionId, linkKind: kind, status: { not: 'SENT' } } })
}

/** What a key opens, and whether it still does. */
export type FoundKey = { submissionId: string; state: 'good' | 'expired' | 'replaced' }

/** The key of a token, of one kind only; null where there is none. */
export async function findKey(token: string | null, kind: KeyKind): Promise<FoundKey | null> {
  const tokenHash = hashOfToken(token)
  if (!tokenHash) return null
  const select = { kind: true, submissionId: true, expiresAt: true, replacedAt: true }
  const key = await db.privateKey.findUnique({ where: { tokenHash }, select })
  if (!key || key.kind !== kind) return null
  const state = key.replacedAt ? 'replaced' : key.expiresAt <= new Date() ? 'expired' : 'good'
  return { submissionId: key.submissionId, state }
}

/**
 * Opens a link that somebody followed. After ten wrong ones in a quarter of an hour the network gets no more tries:
 * `minutes` says how long. Right ones do not count.
 */
export async function openLink(
  token: string,
  kind: KeyKind,
  network: string,
): Promise<FoundKey | { state: 'unknown' } | { state: 'tooMany'; minutes: number }> {
  const turn = await takeTurn(guesses, network)
  if (!turn.given) return { state: 'tooMany', minutes: turn.minutes }
  const found = await findKey(token, kind)
  if (!found) return { state: 'unknown' }
  await giveTurnBack(guesses, network)
  return found
}
