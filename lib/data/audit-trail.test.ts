import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { record } from '@/lib/data/audit'
import { auditChoices, auditPerPage, listAudit } from '@/lib/data/audit-trail'
import { db } from '@/lib/db'
import { hasWords } from '@/lib/domain/audit-sentence'
import type { Viewer } from '@/lib/domain/person'
import { makeAccount, signInAs, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'

let boss: Viewer
beforeEach(async () => {
  await emptyDatabase()
  boss = await viewerWith(await signInAs((await makeAccount('administrator', 'ADMINISTRATOR')).email))
})

const read = async (filter: Parameters<typeof listAudit>[1] = {}, range: Parameters<typeof listAudit>[2] = {}) => {
  const page = await listAudit(boss, filter, range)
  if (!page) throw new Error('An administrator reads the trail.')
  return page
}

test('only administrators read it', async () => {
  const lead = await viewerWith(await signInAs((await makeAccount('lead', 'LEAD')).email))
  expect(await listAudit(lead, {}, {})).toBeNull()
  expect(await auditChoices(lead)).toEqual({ people: [], actions: [] })
})

test('newest first, with names that are looked up', async () => {
  const { rows } = await read()
  expect(rows.map(({ actor, action, thing }) => [actor.name, action, thing.kind, thing.name])).toEqual([
    ['administrator', 'session.begin', 'session', null],
    ['The portal', 'person.create', 'person', 'administrator'],
  ])
})

test('narrowed to a person, a deed, a thing and a day', async () => {
  await db.$transaction(tx =>
    record(tx, { actor: 'respondent', action: 'submission.send', thing: { kind: 'submission', id: 'here' } }),
  )
  await db.$executeRaw`INSERT INTO "AuditEntry" ("at", "actorKind", "action", "thingKind", "thingId") VALUES
    ('2026-03-29T00:59:59Z', 'portal', 'a', 'x', '1'), ('2026-03-28T23:59:59Z', 'portal', 'b', 'x', '2'),
    ('2026-03-29T22:59:59Z', 'portal', 'c', 'x', '3'), ('2026-03-29T23:00:00Z', 'portal', 'd', 'x', '4')`
  const actions = async (filter: Parameters<typeof listAudit>[1]) => (await read(filter)).rows.map(row => row.action)
  expect(await actions({ person: boss.id })).toEqual(['session.begin'])
  expect(await actions({ action: 'submission.send' })).toEqual(['submission.send'])
  expect(await actions({ thing: 'here' })).toEqual(['submission.send'])
  expect(await actions({ day: '2026-03-29' })).toEqual(['c', 'a'])
  expect(await actions({ day: '2026-03-28' })).toEqual(['b'])
})

test('pages by key, there and back', async () => {
  await db.$executeRaw`INSERT INTO "AuditEntry" ("actorKind", "action", "thingKind", "thingId")
    SELECT 'portal', 'n' || n, 'x', 'y' FROM generate_series(1, ${2 * auditPerPage + 1}::int) AS n`
  const only = { thing: 'y' }
  const names = (rows: { action: string }[]) => [rows[0]?.action, rows.at(-1)?.action, rows.length]
  const first = await read(only)
  expect(names(first.rows)).toEqual(['n101', 'n52', 50])
  expect(first.newer).toBeNull()
  const second = await read(only, { after: first.older })
  expect(names(second.rows)).toEqual(['n51', 'n2', 50])
  const third = await read(only, { after: second.older })
  expect(names(third.rows)).toEqual(['n1', 'n1', 1])
  expect(third.older).toBeNull()
  expect(names((await read(only, { before: third.newer })).rows)).toEqual(['n51', 'n2', 50])
  const back = await read(only, { before: second.newer })
  expect(names(back.rows)).toEqual(['n101', 'n52', 50])
  expect(back.newer).toBeNull()
})

test('every deed that lib/data writes down has words of its own', () => {
  const folder = path.resolve(import.meta.dirname)
  const written = fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(file => [
      ...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/'([a-z][a-zA-Z]+\.[a-z][a-zA-Z]+)'/g),
    ])
    .flatMap(match => match[1] ?? [])
  expect(written.length).toBeGreaterThan(20)
  expect([...new Set(written)].filter(action => !hasWords(action))).toEqual([])
})
