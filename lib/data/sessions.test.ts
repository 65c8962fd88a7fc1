import { beforeEach, describe, expect, test } from 'vitest'

import { changePassword, setDisabled } from '@/lib/data/people'
import {
  accountLimit,
  beginSession,
  endOtherSessions,
  endOwnSession,
  endSession,
  findViewer,
  listSessions,
  networkLimit,
} from '@/lib/data/sessions'
import { db } from '@/lib/db'
import { makeAccount, signInAs, testPassword, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'

const minute = 60_000
const later = (minutes: number) => new Date(Date.now() + minutes * minute)
const attempt = (email: string, password: string, network = '203.0.113.7') =>
  beginSession({ email, password, network, userAgent: 'Firefox/140.0' })
const refusal = { ok: false, message: 'Check your email address and password' }
const wait = { ok: false, message: 'Too many attempts to sign in have failed. Wait 15 minutes, then try again' }

let lead: { id: string; email: string }
beforeEach(async () => {
  await emptyDatabase()
  lead = await makeAccount('lead', 'LEAD')
})

describe('beginning', () => {
  test('the right password begins a session, however the address is written', async () => {
    const begun = await attempt(` ${lead.email.toUpperCase()} `, testPassword)
    if (!begun.ok) throw new Error(begun.message)
    expect(await viewerWith(begun.value.token)).toMatchObject({ id: lead.id, role: 'LEAD', team: { short: 'BVSC' } })
  })

  test('an address that no account can have is refused like any other', async () => {
    expect(await attempt('a\u0000b@portal.example', testPassword)).toEqual(refusal)
  })

  test('the database keeps no token', async () => {
    const token = await signInAs(lead.email)
    expect(JSON.stringify(await db.session.findMany())).not.toContain(token)
  })

  test('a wrong password, an unknown address and a disabled account get the same answer', async () => {
    const gone = await makeAccount('gone', 'WMCA_STAFF')
    await db.person.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    for (const [email, password] of [
      [lead.email, 'wrong'],
      ['nobody@portal.example', testPassword],
      [gone.email, testPassword],
    ] as const) {
      expect(await attempt(email, password)).toEqual(refusal)
    }
    expect(await db.session.count()).toBe(0)
  })

  test('the trail holds the ids of what was tried, never an address', async () => {
    await attempt(lead.email, 'wrong')
    await attempt('nobody@portal.example', 'wrong')
    await signInAs(lead.email)
    const trail = await db.auditEntry.findMany({
      where: { thingKind: { in: ['person', 'session'] } },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['person.create', null],
      ['session.refuse', null],
      ['session.refuse', null],
      ['session.begin', lead.id],
    ])
    expect(trail.map(({ thingId }) => thingId).slice(1, 3)).toEqual([lead.id, 'unknown'])
    expect(
      JSON.stringify(trail, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('@')
  })

  test('an account has five wrong guesses, from wherever they come, then even the right password waits', async () => {
    for (let guess = 0; guess < accountLimit.most; guess++) {
      expect(await attempt(lead.email, 'wrong', `203.0.113.${guess}`)).toEqual(refusal)
    }
    expect(await attempt(lead.email, testPassword, '203.0.113.99')).toEqual(wait)
  })

  test('signing in after four wrong guesses gives five new ones', async () => {
    for (let round = 0; round < 2; round++) {
      for (let guess = 1; guess < accountLimit.most; guess++)
        expect(await attempt(lead.email, 'wrong')).toEqual(refusal)
      await signInAs(lead.email)
    }
  })

  test('a network has thirty wrong guesses over all accounts; what succeeds does not count', async () => {
    for (let time = 0; time < 3; time++) await signInAs(lead.email)
    for (let guess = 0; guess < networkLimit.most; guess++) {
      expect(await attempt(`somebody${guess}@portal.example`, 'wrong')).toEqual(refusal)
    }
    expect(await attempt(lead.email, testPassword)).toEqual(wait)
    expect((await attempt(lead.email, testPassword, '203.0.113.8')).ok).toBe(true)
  })

  test('a network that has used up its turns takes none of an account’s', async () => {
    for (let guess = 0; guess < networkLimit.most; guess++) await attempt(`nobody-${guess}@portal.example`, 'wrong')
    for (let guess = 0; guess <= accountLimit.most; guess++) expect(await attempt(lead.email, 'wrong')).toEqual(wait)
    expect(await attempt(lead.email, testPassword, '198.51.100.9')).toMatchObject({ ok: true })
  })

  test('twenty guesses at once are no more than five', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(lead.email, 'wrong')))
    expect(answers.filter(answer => !answer.ok && answer.message === refusal.message)).toHaveLength(accountLimit.most)
  })
})

describe('being in force', () => {
  test('twelve hours, and no longer, however busy', async () => {
    const token = await signInAs(lead.email)
    const seen = (time: Date) => db.session.updateMany({ data: { lastSeenAt: time } })
    await seen(later(12 * 60 - 2))
    expect(await findViewer(token, later(12 * 60 - 1))).not.toBeNull()
    expect(await findViewer(token, later(12 * 60))).toBeNull()
  })

  test('an hour of idleness ends it', async () => {
    const token = await signInAs(lead.email)
    expect(await findViewer(token, later(59))).not.toBeNull()
    expect(await findViewer(token, later(59 + 59))).not.toBeNull()
    expect(await findViewer(token, later(59 + 59 + 61))).toBeNull()
  })

  test('it is written down as seen once a minute at most', async () => {
    const token = await signInAs(lead.email)
    const seenAt = async () => (await db.session.findFirstOrThrow()).lastSeenAt.getTime()
    const first = await seenAt()
    await findViewer(token, new Date(first + minute))
    expect(await seenAt()).toBe(first)
    await findViewer(token, new Date(first + minute + 1))
    expect(await seenAt()).toBe(first + minute + 1)
  })

  test('what is no token finds nobody', async () => {
    await signInAs(lead.email)
    for (const token of ['', 'x', '%']) expect(await findViewer(token)).toBeNull()
  })
})

describe('ending', () => {
  test('signing out ends this one session at once', async () => {
    const [here, there] = [await signInAs(lead.email), await signInAs(lead.email)]
    await endOwnSession(await viewerWith(here))
    expect(await findViewer(here)).toBeNull()
    expect(await findViewer(there)).not.toBeNull()
  })

  test('one of my other sessions, or all of them', async () => {
    const [here, second, third] = [await signInAs(lead.email), await signInAs(lead.email), await signInAs(lead.email)]
    const viewer = await viewerWith(here)
    expect((await listSessions(viewer)).filter(session => session.current)).toHaveLength(1)
    expect(await endSession(viewer, (await viewerWith(second)).sessionId)).toEqual({ ok: true, value: undefined })
    expect(await findViewer(second)).toBeNull()
    expect(await findViewer(third)).not.toBeNull()
    await endOtherSessions(viewer)
    expect(await findViewer(third)).toBeNull()
    expect(await findViewer(here)).not.toBeNull()
    expect(await listSessions(viewer)).toHaveLength(1)
  })

  test('nobody ends the session of somebody else', async () => {
    const other = await makeAccount('other', 'ADMINISTRATOR')
    const token = await signInAs(lead.email)
    const intruder = await viewerWith(await signInAs(other.email))
    expect((await endSession(intruder, (await viewerWith(token)).sessionId)).ok).toBe(false)
    expect(await findViewer(token)).not.toBeNull()
  })

  test('a disabled account is out at its next request, and back only with a new session', async () => {
    const administrator = await makeAccount('administrator', 'ADMINISTRATOR')
    const token = await signInAs(lead.email)
    const boss = await viewerWith(await signInAs(administrator.email))
    expect((await setDisabled(boss, { id: lead.id, version: 1, disabled: true })).ok).toBe(true)
    expect(await findViewer(token)).toBeNull()
    expect((await setDisabled(boss, { id: lead.id, version: 2, disabled: false })).ok).toBe(true)
    expect(await findViewer(token)).toBeNull()
    expect(await findViewer(await signInAs(lead.email))).not.toBeNull()
  })

  test('a new role is in force at the next request', async () => {
    const token = await signInAs(lead.email)
    await db.person.update({ where: { id: lead.id }, data: { role: 'RESEARCHER' } })
    expect((await viewerWith(token)).role).toBe('RESEARCHER')
  })

  test('changing the password ends the other sessions and keeps this one', async () => {
    const [here, there] = [await signInAs(lead.email), await signInAs(lead.email)]
    const viewer = await viewerWith(here)
    const next = 'locks and towpaths'
    expect(await changePassword(viewer, { current: testPassword, next })).toEqual({ ok: true, value: undefined })
    expect(await findViewer(there)).toBeNull()
    expect(await findViewer(here)).not.toBeNull()
    expect(await attempt(lead.email, testPassword)).toEqual(refusal)
    expect((await attempt(lead.email, next)).ok).toBe(true)
  })
})
