import { record } from '@/lib/data/audit'
import { longTransaction } from '@/lib/data/coding-moves'
import { handOn } from '@/lib/data/handing-on'
import { handBackFollowUps } from '@/lib/data/follow-up-deeds'
import { generatePassword, hashPassword, isPassword } from '@/lib/data/passwords'
import { forgetTurns, takeTurn, waitTime, type Limit } from '@/lib/data/rate-limit'
import { endSessions } from '@/lib/data/sessions'
import { db, type Transaction } from '@/lib/db'
import type { NewPerson, PersonChange } from '@/lib/domain/account'
import { passwordProblem } from '@/lib/domain/password'
import { needsTeam, roleNames, type Role, type TeamRef, type Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { conflicted, ok, refused, refusedAt, type Refusal, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/generated/client'

const nobody = 'There is no such account.'
const teamFirst = 'This name came with an imported project and belongs to no team. Give it a team first.'
const lastOne = 'This is the only administrator who can sign in. Make somebody else an administrator first.'

/** An account as administrators see it. `lastSeenAt` is null for somebody who has never signed in. */
export type PersonView = {
  id: string
  name: string
  email: string
  role: Role
  team: TeamRef | null
  disabled: boolean
  lastSeenAt: Date | null
  version: number
}

const team = { select: { id: true, name: true, short: true } } as const

/** Every account, by name; none for those who may not manage them. */
export async function listPeople(viewer: Viewer): Promise<PersonView[]> {
  if (!may(viewer, 'managePeople')) return []
  const people = await db.person.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      team,
      disabledAt: true,
      version: true,
      sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
    },
  })
  return people.map(({ disabledAt, sessions, ...person }) => ({
    ...person,
    disabled: disabledAt !== null,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  }))
}

/** One account, or null where there is none or the viewer may not manage it. */
export async function getPerson(viewer: Viewer, id: string): Promise<PersonView | null> {
  return (await listPeople(viewer)).find(person => person.id === id) ?? null
}

/**
 * Makes an account. `actor` is the administrator who does it, or the portal where an operator types the command.
 * `team` is a short name such as "BVSC", and empty or left out for roles that belong to none.
 */
export async function createPerson(
  actor: Viewer | 'portal',
  input: Omit<NewPerson, 'team'> & { team?: string; password: string },
): Promise<Result<{ id: string }>> {
  if (actor !== 'portal' && !may(actor, 'managePeople')) return refused('Only administrators create accounts.')
  const email = input.email.trim().toLowerCase()
  const problem = passwordProblem(input.password, { ...input, email })
  if (problem) return refusedAt('password', problem)
  const passwordHash = await hashPassword(input.password)
  try {
    return await db.$transaction(async tx => {
      const found = await teamFor(tx, input.role, input.team)
      if (!found.ok) return found
      const person = await tx.person.create({
        data: { email, name: input.name, role: input.role, teamId: found.value, passwordHash },
        select: { id: true },
      })
      const details = { role: input.role, ...(found.value ? { teamId: found.value } : {}) }
      await record(tx, { actor, action: 'person.create', thing: { kind: 'person', id: person.id }, details })
      return ok(person)
    })
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    return refusedAt('email', 'There is an account with this email address already')
  }
}

/** The same for an administrator's form: with a password by chance, which is answered once and kept nowhere. */
export async function createPersonWithPassword(
  viewer: Viewer,
  input: NewPerson,
): Promise<Result<{ password: string }>> {
  const password = generatePassword()
  const created = await createPerson(viewer, { ...input, password })
  return created.ok ? ok({ password }) : created
}

async function teamFor(tx: Transaction, role: Role, short = ''): Promise<Result<string | null>> {
  if (!needsTeam(role)) return ok(null)
  // Compared here: `mode: 'insensitive'` would read % and _ as wildcards.
  const teams = await tx.team.findMany({ select: { id: true, short: true } })
  const found = teams.find(team => team.short.toLowerCase() === short.trim().toLowerCase())
  return found ? ok(found.id) : refusedAt('team', 'Select a team')
}

/** Changes role and team. In force at the person's next request. Who leaves a team hands its work on. */
export function changePerson(viewer: Viewer, input: PersonChange): Promise<Result> {
  return changing(viewer, input, async (tx, before) => {
    const found = await teamFor(tx, input.role, input.team)
    if (!found.ok) return found
    if (before.version !== input.version) return conflictOver(tx, before, { role: input.role, teamId: found.value })
    if (input.role !== 'ADMINISTRATOR' && (await isLastAdministrator(tx, input.id))) {
      return refusedAt('role', lastOne)
    }
    await tx.person.update({
      where: { id: input.id },
      data: { role: input.role, teamId: found.value, version: { increment: 1 } },
      select: { id: true },
    })
    // who changes teams, or leaves them, leaves the team's work: two who code blind are of different teams
    if (before.teamId && before.teamId !== found.value)
      await handOn(tx, viewer, { personId: input.id, teamId: before.teamId, vacate: true })
    if (!needsTeam(input.role)) await handBackFollowUps(tx, input.id)
    const details = { role: input.role, ...(found.value ? { teamId: found.value } : {}), version: before.version + 1 }
    await record(tx, { actor: viewer, action: 'person.change', thing: { kind: 'person', id: input.id }, details })
    return ok()
  })
}

/**
 * Disables or enables an account. A disabled one loses all its sessions at once, and what it had yet to code is handed on
 * within the team; what nobody there can take stays, for leads to see on My work.
 */
export function setDisabled(
  viewer: Viewer,
  input: { id: string; version: number; disabled: boolean },
): Promise<Result> {
  return changing(viewer, input, async (tx, before) => {
    if ((before.disabledAt !== null) === input.disabled) return ok()
    if (before.version !== input.version) return conflictOver(tx, before, { disabled: input.disabled })
    if (input.disabled && (await isLastAdministrator(tx, input.id))) return refused(lastOne)
    if (!input.disabled && needsTeam(before.role) && !before.teamId) return refused(teamFirst)
    await tx.person.update({
      where: { id: input.id },
      data: { disabledAt: input.disabled ? new Date() : null, version: { increment: 1 } },
      select: { id: true },
    })
    if (input.disabled) {
      await endSessions(tx, viewer, { personId: input.id })
      if (before.teamId) await handOn(tx, viewer, { personId: input.id, teamId: before.teamId })
      await handBackFollowUps(tx, input.id)
    }
    const action = input.disabled ? 'person.disable' : 'person.enable'
    await record(tx, { actor: viewer, action, thing: { kind: 'person', id: input.id } })
    return ok()
  })
}

/** Gives somebody who has forgotten it a new password by chance, answered once, and ends all their sessions. */
export async function renewPassword(viewer: Viewer, input: { id: string }): Promise<Result<{ password: string }>> {
  if (!may(viewer, 'managePeople')) return refused(nobody)
  const password = generatePassword()
  const passwordHash = await hashPassword(password)
  return changing(viewer, input, async (tx, before) => {
    if (needsTeam(before.role) && !before.teamId) return refused(teamFirst)
    await tx.person.update({ where: { id: input.id }, data: { passwordHash }, select: { id: true } })
    await endSessions(tx, viewer, { personId: input.id })
    await record(tx, { actor: viewer, action: 'person.renewPassword', thing: { kind: 'person', id: input.id } })
    return ok({ password })
  })
}

type Before = { version: number; role: Role; teamId: string | null; disabledAt: Date | null }

/** One change of an account at a time: administrators are locked together, so that two can't both be the last but one. */
async function changing<T>(
  viewer: Viewer,
  { id }: { id: string },
  change: (tx: Transaction, before: Before) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!may(viewer, 'managePeople')) return refused(nobody)
  return db.$transaction(async tx => {
    // NO KEY: whoever is assigned a submission meanwhile does not wait for this, which may wait for the submission
    await tx.$executeRaw`
      SELECT 1 FROM "Person" WHERE "id" = ${id}::uuid OR "role" = 'ADMINISTRATOR' ORDER BY "id" FOR NO KEY UPDATE`
    const before = await tx.person.findUnique({
      where: { id },
      select: { version: true, role: true, teamId: true, disabledAt: true },
    })
    return before ? change(tx, before) : refused(nobody)
    // handing on a year's work takes longer than a click, and must not keep an account from being closed
  }, longTransaction)
}

async function isLastAdministrator(tx: Transaction, id: string): Promise<boolean> {
  const left = await tx.person.findMany({
    where: { role: 'ADMINISTRATOR', disabledAt: null },
    select: { id: true },
    take: 2,
  })
  return left.length === 1 && left[0]?.id === id
}

type Wish = { role: Role; teamId: string | null } | { disabled: boolean }

async function conflictOver(tx: Transaction, now: Before, wish: Wish): Promise<Refusal> {
  const teams = await tx.team.findMany({ select: { id: true, name: true } })
  const teamName = (id: string | null) => teams.find(one => one.id === id)?.name ?? 'None'
  const state = (disabled: boolean) => (disabled ? 'Disabled' : 'Enabled')
  const changes =
    'role' in wish
      ? [
          { label: 'Role', theirs: roleNames[now.role], yours: roleNames[wish.role] },
          { label: 'Team', theirs: teamName(now.teamId), yours: teamName(wish.teamId) },
        ]
      : [{ label: 'Account', theirs: state(now.disabledAt !== null), yours: state(wish.disabled) }]
  return conflicted('Somebody else changed this account while you had it open.', {
    version: now.version,
    changes: changes.filter(({ theirs, yours }) => theirs !== yours),
  })
}

const passwordLimit: Limit = { name: 'change-password', most: 5, minutes: 15 }

/** Changes the viewer's own password, and ends their other sessions. */
export async function changePassword(viewer: Viewer, input: { current: string; next: string }): Promise<Result> {
  const problem = passwordProblem(input.next, viewer)
  if (problem) return refusedAt('next', problem)
  const turn = await takeTurn(passwordLimit, viewer.id)
  if (!turn.given) return refused(`Your current password was wrong too often. Wait ${waitTime(turn)}, then try again.`)
  const person = await db.person.findUnique({ where: { id: viewer.id }, select: { passwordHash: true } })
  const wrong = refusedAt('current', 'Enter your current password as it is')
  if (!person || !(await isPassword(input.current, person.passwordHash))) return wrong
  const passwordHash = await hashPassword(input.next)
  const changed = await db.$transaction(async tx => {
    // Only where it is still the one that was checked: an administrator may have renewed it meanwhile.
    const { count } = await tx.person.updateMany({
      where: { id: viewer.id, passwordHash: person.passwordHash },
      data: { passwordHash },
    })
    if (count === 0) return false
    await endSessions(tx, viewer, { personId: viewer.id, id: { not: viewer.sessionId } })
    await record(tx, { actor: viewer, action: 'person.changePassword', thing: { kind: 'person', id: viewer.id } })
    return true
  })
  if (!changed) return wrong
  await forgetTurns(passwordLimit, viewer.id)
  return ok()
}
