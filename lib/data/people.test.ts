import { beforeEach, describe, expect, test } from 'vitest'

import {
  changePassword,
  changePerson,
  createPerson,
  createPersonWithPassword,
  getPerson,
  listPeople,
  renewPassword,
  setDisabled,
} from '@/lib/data/people'
import { beginSession, findViewer } from '@/lib/data/sessions'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { makeAccount, signInAs, testPassword, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'

const input = {
  email: 'new@portal.example',
  name: 'New',
  role: 'RESEARCHER',
  team: 'BVSC',
  password: testPassword,
} as const
const rowOf = (id: string) => db.person.findUniqueOrThrow({ where: { id } })

let boss: Viewer
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  boss = await viewerWith(await signInAs((await makeAccount('administrator', 'ADMINISTRATOR')).email))
  lead = await viewerWith(await signInAs((await makeAccount('lead', 'LEAD')).email))
})

describe('creating', () => {
  test('by the portal or an administrator, with the team by its short name in any case', async () => {
    const made = await createPerson('portal', { ...input, email: ' New@Portal.example', team: 'bvsc' })
    if (!made.ok) throw new Error(made.message)
    expect(await rowOf(made.value.id)).toMatchObject({
      email: 'new@portal.example',
      role: 'RESEARCHER',
      teamId: lead.team?.id,
    })
    expect((await createPerson(boss, { ...input, email: 'second@portal.example' })).ok).toBe(true)
  })

  test('a team is named in full: % stands for none', async () => {
    expect(await createPerson('portal', { ...input, team: '%' })).toMatchObject({ fields: { team: ['Select a team'] } })
  })

  test('a role outside research has no team, whatever was chosen', async () => {
    const made = await createPerson(boss, { ...input, role: 'WMCA_STAFF' })
    if (!made.ok) throw new Error(made.message)
    expect((await rowOf(made.value.id)).teamId).toBeNull()
  })

  test.each([
    ['no team', { team: '' }, 'team', 'Select a team'],
    ['an unknown team', { team: 'Nowhere' }, 'team', 'Select a team'],
    ['a short password', { password: 'too short' }, 'password', 'Password must be 12 characters or more'],
    [
      'an address that has an account',
      { email: 'LEAD@portal.example' },
      'email',
      'There is an account with this email address already',
    ],
  ])('%s is refused at its field', async (_, wrong, field, message) => {
    const before = await db.auditEntry.count()
    expect(await createPerson(boss, { ...input, ...wrong })).toMatchObject({
      ok: false,
      fields: { [field]: [message] },
    })
    expect(await db.person.count()).toBe(2)
    expect(await db.auditEntry.count()).toBe(before)
  })

  test('nobody but administrators creates, lists, changes or disables accounts', async () => {
    const target = { id: boss.id, version: 1 }
    expect((await createPerson(lead, input)).ok).toBe(false)
    expect((await changePerson(lead, { id: lead.id, version: 1, role: 'ADMINISTRATOR', team: '' })).ok).toBe(false)
    expect((await setDisabled(lead, { ...target, disabled: true })).ok).toBe(false)
    expect((await renewPassword(lead, target)).ok).toBe(false)
    expect(await listPeople(lead)).toEqual([])
    expect(await getPerson(lead, lead.id)).toBeNull()
    expect(await findViewer(await signInAs(boss.email))).not.toBeNull()
  })

  test('the first password works, is said once, and no hash ever leaves', async () => {
    const made = await createPersonWithPassword(boss, input)
    if (!made.ok) throw new Error(made.message)
    const { password } = made.value
    expect(password).toMatch(/^[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){3}$/)
    expect((await beginSession({ email: input.email, password, network: 'here', userAgent: '' })).ok).toBe(true)
    const shown = JSON.stringify(await listPeople(boss))
    expect(shown).toContain(input.email)
    expect(shown).not.toContain('argon2')
  })
})

describe('changing', () => {
  test('role and team, written down by ids and names of roles', async () => {
    expect(await changePerson(boss, { id: lead.id, version: 1, role: 'ADMINISTRATOR', team: 'BVSC' })).toMatchObject({
      ok: true,
    })
    expect(await rowOf(lead.id)).toMatchObject({ role: 'ADMINISTRATOR', teamId: null, version: 2 })
    expect(await db.auditEntry.findFirst({ where: { action: 'person.change' } })).toMatchObject({
      actorId: boss.id,
      thingId: lead.id,
      details: { role: 'ADMINISTRATOR', version: 2 },
    })
  })

  test('the second of two who change the same account is told and shown both', async () => {
    await changePerson(boss, { id: lead.id, version: 1, role: 'RESEARCHER', team: 'BVSC' })
    const second = await changePerson(boss, { id: lead.id, version: 1, role: 'WMCA_STAFF', team: '' })
    expect(second).toMatchObject({
      ok: false,
      conflict: {
        version: 2,
        changes: [
          { label: 'Role', theirs: 'Researcher', yours: 'WMCA staff' },
          { label: 'Team', theirs: 'BVSC', yours: 'None' },
        ],
      },
    })
    expect(await rowOf(lead.id)).toMatchObject({ role: 'RESEARCHER', version: 2 })
    expect((await changePerson(boss, { id: lead.id, version: 2, role: 'WMCA_STAFF', team: '' })).ok).toBe(true)
  })

  test('the last administrator who can sign in stays one', async () => {
    const idle = await makeAccount('idle', 'ADMINISTRATOR')
    await setDisabled(boss, { id: idle.id, version: 1, disabled: true })
    expect((await setDisabled(boss, { id: boss.id, version: 1, disabled: true })).ok).toBe(false)
    expect((await changePerson(boss, { id: boss.id, version: 1, role: 'WMCA_STAFF', team: '' })).ok).toBe(false)
    await setDisabled(boss, { id: idle.id, version: 2, disabled: false })
    expect((await setDisabled(boss, { id: boss.id, version: 1, disabled: true })).ok).toBe(true)
  })

  test('two administrators who disable each other at once: one stays', async () => {
    const other = await viewerWith(await signInAs((await makeAccount('other', 'ADMINISTRATOR')).email))
    const answers = await Promise.all([
      setDisabled(boss, { id: other.id, version: 1, disabled: true }),
      setDisabled(other, { id: boss.id, version: 1, disabled: true }),
    ])
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(await db.person.count({ where: { role: 'ADMINISTRATOR', disabledAt: null } })).toBe(1)
  })

  test('disabling twice changes nothing the second time', async () => {
    expect((await setDisabled(boss, { id: lead.id, version: 1, disabled: true })).ok).toBe(true)
    expect((await setDisabled(boss, { id: lead.id, version: 1, disabled: true })).ok).toBe(true)
    expect((await rowOf(lead.id)).version).toBe(2)
    expect(await db.auditEntry.count({ where: { action: 'person.disable' } })).toBe(1)
  })
})

describe('passwords', () => {
  test('a new one from an administrator ends all sessions of the account', async () => {
    const token = await signInAs(lead.email)
    const renewed = await renewPassword(boss, { id: lead.id })
    if (!renewed.ok) throw new Error(renewed.message)
    expect(await findViewer(token)).toBeNull()
    const signIn = (password: string) => beginSession({ email: lead.email, password, network: 'here', userAgent: '' })
    expect((await signIn(testPassword)).ok).toBe(false)
    expect((await signIn(renewed.value.password)).ok).toBe(true)
  })

  test('one’s own cannot replace one that was renewed meanwhile', async () => {
    const changes = await Promise.all(
      ['the first new one', 'the second new one'].map(next => changePassword(lead, { current: testPassword, next })),
    )
    expect(changes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('one’s own needs the current one, and five wrong tries make it wait', async () => {
    const change = (current: string) => changePassword(lead, { current, next: 'locks and towpaths' })
    for (let guess = 0; guess < 5; guess++) {
      expect(await change('wrong')).toMatchObject({ fields: { current: ['Enter your current password as it is'] } })
    }
    expect(await change(testPassword)).toMatchObject({
      ok: false,
      message: expect.stringContaining('Wait 15 minutes') as string,
    })
  })
})

test('a name that came with an imported project is enabled once it has a team', async () => {
  const { id } = await db.person.create({
    data: { name: 'A', email: 'a@imported.invalid', role: 'RESEARCHER', passwordHash: '-', disabledAt: new Date() },
  })
  expect(await setDisabled(boss, { id, version: 1, disabled: false })).toMatchObject({
    ok: false,
    message: expect.stringContaining('Give it a team first'),
  })
  expect((await renewPassword(boss, { id })).ok).toBe(false)
  expect((await changePerson(boss, { id, version: 1, role: 'RESEARCHER', team: 'BVSC' })).ok).toBe(true)
  expect((await setDisabled(boss, { id, version: 2, disabled: false })).ok).toBe(true)
  expect(await rowOf(id)).toMatchObject({ disabledAt: null, teamId: lead.team?.id })
})
