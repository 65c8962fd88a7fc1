import { createHash } from 'node:crypto'
import type { Client } from 'pg'

import { asKept } from './random-text'
import type { History, Try } from './typist'

type Held = { value: string | string[]; version: number }

/**
 * What is wrong with a draft, in sentences: an acknowledged answer that is not there, a text that nobody typed last, or
 * one page's save that took the place of another's without a word.
 */
export async function wrongsOf(database: Client, history: History): Promise<string[]> {
  const held = await readHeld(database, history.token)
  const fields = new Set(history.tries.map(({ field }) => field))
  return [...fields].flatMap(field => {
    const tries = history.tries.filter(one => one.field === field)
    return [...lostWords(field, tries, held.get(field)), ...silentOverwrites(field, tries)]
  })
}

async function readHeld(database: Client, token: string): Promise<Map<string, Held>> {
  const { rows } = await database.query<Held & { field: string }>(
    `SELECT a."field", a."value", a."version" FROM "DraftAnswer" a JOIN "PrivateKey" k USING ("submissionId")
     WHERE k."tokenHash" = $1`,
    [createHash('sha256').update(token).digest('hex')],
  )
  return new Map(rows.map(row => [row.field, row]))
}

const kept = (value: string | string[]) => JSON.stringify(Array.isArray(value) ? value.map(asKept) : asKept(value))

function acknowledged(tries: readonly Try[]): (Try & { version: number })[] {
  return tries.flatMap(one => (one.version === undefined ? [] : [{ ...one, version: one.version }]))
}

/** The database holds the newest acknowledged text, or one that its page tried later and never heard of. */
function lostWords(field: string, tries: readonly Try[], held: Held | undefined): string[] {
  const heard = acknowledged(tries).toSorted((one, other) => other.version - one.version)
  const [last] = heard
  if (!last) return []
  if (!held) return [`${field}: version ${last.version} of ${last.page} was acknowledged, and nothing is there`]
  if (held.version < last.version)
    return [`${field}: version ${last.version} was acknowledged, ${held.version} is there`]
  const text = JSON.stringify(held.value)
  if (held.version === last.version)
    return text === kept(last.value) ? [] : [`${field}: version ${held.version} is not the text that was acknowledged`]
  const later = tries.filter(
    one => one.version === undefined && kept(one.value) === text && one.number > lastHeardBy(one.page, heard),
  )
  return later.length > 0 ? [] : [`${field}: version ${held.version} holds a text older than an acknowledged one`]
}

function lastHeardBy(page: string, heard: readonly Try[]): number {
  return Math.max(0, ...heard.filter(one => one.page === page).map(({ number }) => number))
}

/** Between the version that a page knew of and the one that it made, no other page's text was acknowledged. */
function silentOverwrites(field: string, tries: readonly Try[]): string[] {
  const heard = acknowledged(tries)
  return heard.flatMap(mine =>
    heard
      .filter(theirs => theirs.page !== mine.page && theirs.version > mine.base && theirs.version <= mine.version)
      .map(theirs => `${field}: ${mine.page} overwrote version ${theirs.version} of ${theirs.page} in silence`),
  )
}
