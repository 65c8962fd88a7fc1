import { beforeAll, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { spanFault } from '@/lib/domain/span'
import { stages, statuses } from '@/lib/domain/submission'
import { broken } from '@/lib/testing/invariants'
import { entries, seedDemonstration } from '@/prisma/seed/demonstration'
import { chanceOf } from './chance'
import { sentencesOf } from './language'
import { referenceFor, responseOf } from './response'
import { sampleOf } from './sample'
import { writeSynthetic } from './synthetic'

const now = new Date('2026-11-24T12:00:00Z')
const sample = sampleOf(entries)
const query = async (statement: string) => ({ rows: await db.$queryRawUnsafe<unknown[]>(statement) })
const saidBy = (seed: number, turn: number) => responseOf(sample, { seed, turn, now })

/** What share of all words each word has. */
function sharesOf(texts: string[]): Map<string, number> {
  const words = texts.flatMap(text => text.toLowerCase().match(/[\p{L}’]+/gu) ?? [])
  const shares = new Map<string, number>()
  for (const word of words) shares.set(word, (shares.get(word) ?? 0) + 1 / words.length)
  return shares
}

describe('what is made up', () => {
  test('is the same for the same seed and turn, and another for another', () => {
    expect(saidBy(7, 3)).toEqual(saidBy(7, 3))
    expect(saidBy(7, 3).texts[0]?.story.body).not.toBe(saidBy(8, 3).texts[0]?.story.body)
    expect(saidBy(7, 3).texts[0]?.story.body).not.toBe(saidBy(7, 4).texts[0]?.story.body)
  })

  test('repeats no sentence in more than one of a hundred texts', () => {
    const many = 3_000
    const texts = new Map<string, number>()
    for (let turn = 0; turn < many; turn += 1)
      for (const sentence of new Set(saidBy(1, turn).texts.flatMap(({ story }) => sentencesOf(story.body))))
        texts.set(sentence, (texts.get(sentence) ?? 0) + 1)
    const [most] = [...texts].toSorted(([, one], [, other]) => other - one)
    expect((most?.[1] ?? many) / many, most?.[0]).toBeLessThanOrEqual(0.01)
    expect(texts.size).toBeGreaterThan(many * 5)
  })

  test('is about as long as the demonstration, and keeps the limits of the form', () => {
    const words = (text: string) => text.split(/\s+/).length
    const lengths = Array.from({ length: 500 }, (_, turn) => words(saidBy(2, turn).texts[0]?.story.body ?? ''))
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    const wanted = entries.reduce((sum, entry) => sum + words(entry.whatHappened), 0) / entries.length
    expect(Math.abs(mean - wanted) / wanted).toBeLessThan(0.15)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(600)
  })

  test('uses the common words as often as the demonstration does', () => {
    const ours = sharesOf(
      Array.from({ length: 400 }, (_, turn) => saidBy(3, turn)).flatMap(({ texts }) =>
        texts.map(text => text.story.body),
      ),
    )
    const theirs = sharesOf(entries.flatMap(entry => [entry.whatHappened, entry.difference ?? '', entry.learned ?? '']))
    const common = [...theirs].toSorted(([, one], [, other]) => other - one).slice(0, 30)
    for (const [word, share] of common) {
      expect((ours.get(word) ?? 0) / share, word).toBeGreaterThan(0.75)
      expect((ours.get(word) ?? 0) / share, word).toBeLessThan(1.25)
    }
  })

  test('has a reference of its own on every turn of every seed', () => {
    const references = new Set<string>()
    for (const seed of [0, 1, 32_767])
      for (let turn = 0; turn < 5_000; turn += 1) references.add(referenceFor(seed, turn))
    expect(references.size).toBe(15_000)
  })

  test('draws evenly', () => {
    const drawn = Array.from({ length: 20_000 }, (_, turn) => chanceOf(5, turn).below(4))
    for (const value of [0, 1, 2, 3]) expect(drawn.filter(one => one === value).length / 5_000).toBeCloseTo(1, 1)
  })
})

describe('a demonstration that is filled', () => {
  beforeAll(async () => {
    await db.$transaction(tx => seedDemonstration(tx, { password: 'demonstration', now }), { timeout: 60_000 })
    await writeSynthetic({ submissions: 600, seed: 1, now })
  })

  test('keeps everything that a portal’s database must keep', async () => {
    expect(await broken(query)).toEqual([])
  })

  test('holds all states, ten codings a submission, and double codings with and without an end', async () => {
    for (const status of statuses) expect(await db.submission.count({ where: { status } }), status).toBeGreaterThan(0)
    for (const stage of stages) expect(await db.submission.count({ where: { stage } }), stage).toBeGreaterThan(20)
    expect((await db.coding.count()) / 6_000).toBeCloseTo(1, 0)
    for (const blind of [true, false])
      expect(await db.submission.count({ where: { blind, doubleCodedAt: { not: null } } })).toBeGreaterThan(5)
    expect(await db.settlement.count({ where: { firstId: { not: null }, secondId: { not: null } } })).toBeGreaterThan(
      50,
    )
    expect(await db.settlement.count({ where: { agreedId: null } })).toBeGreaterThan(5)
    expect(await db.comment.count({ where: { held: true } })).toBeGreaterThan(0)
  })

  test('marks whole characters, and not only in texts of plain letters', async () => {
    // of plain texts some, of others all
    const codings = await db.$queryRaw<{ start: number; end: number; body: string }[]>`
      SELECT c."spanStart" AS "start", c."spanEnd" AS "end", v."body" FROM "Coding" c
      JOIN "TextVersion" v ON v."id" = c."textVersionId"
      WHERE octet_length(v."body") > length(v."body") + 90 OR c."spanStart" % 10 = 0`
    expect(codings.filter(({ body, ...span }) => spanFault(body, span))).toEqual([])
    expect(codings.some(({ body }) => /\p{Extended_Pictographic}/u.test(body))).toBe(true)
  })

  test('gives codes as unevenly as the demonstration', async () => {
    const given = (name: string) => db.coding.count({ where: { code: { name } } })
    // sixteen times and seven times in the demonstration
    expect((await given('Innovation')) / (await given('Funding'))).toBeGreaterThan(1.4)
  })

  test('names only examples, and is found by its words', async () => {
    expect(await db.submission.count({ where: { organisationName: { not: { endsWith: ' (example)' } } } })).toBe(0)
    const { reference, organisationName } = saidBy(1, 11)
    const rows = await db.$queryRaw<{ reference: string }[]>`
      SELECT "reference" FROM "Submission" WHERE "search" @@ phraseto_tsquery('english', ${organisationName})`
    expect(rows.map(row => row.reference)).toContain(reference)
  })

  test('is not filled with the same twice', async () => {
    await expect(writeSynthetic({ submissions: 10, seed: 1, now })).rejects.toThrow('give another with --seed')
  })
})
