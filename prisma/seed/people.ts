import { hashPassword, isPassword } from '@/lib/data/passwords'
import type { Transaction } from '@/lib/db'

const teams = [
  { name: 'University of Wolverhampton', short: 'Wolverhampton' },
  { name: 'BVSC', short: 'BVSC' },
  { name: 'Coventry University', short: 'Coventry' },
]

/** The accounts of the demonstration; everyone in it is fictional. */
export const demonstrationAccounts = [
  { email: 'lead@wlv.example', name: 'Lesley Hart', role: 'LEAD', team: 'Wolverhampton' },
  { email: 'researcher@wlv.example', name: 'Ravi Chandra', role: 'RESEARCHER', team: 'Wolverhampton' },
  { email: 'researcher@bvsc.example', name: 'Beth Osei', role: 'RESEARCHER', team: 'BVSC' },
  { email: 'researcher@coventry.example', name: 'Callum Price', role: 'RESEARCHER', team: 'Coventry' },
  { email: 'staff@wmca.example', name: 'Winsome Reid', role: 'WMCA_STAFF', team: null },
  { email: 'admin@portal.example', name: 'Ada Kowalska', role: 'ADMINISTRATOR', team: null },
] as const

export type SeededPerson = { id: string; teamId: string | null }

/** Makes the three partner teams and answers their ids by short name. */
export async function seedTeams(tx: Transaction): Promise<Map<string, string>> {
  const made = await tx.team.createManyAndReturn({ data: teams })
  return new Map(made.map(team => [team.short, team.id]))
}

/** Makes the demonstration's accounts, all with one password, and answers them by e-mail address. */
export async function seedPeople(tx: Transaction, teamIds: Map<string, string>, password: string) {
  const people = new Map<string, SeededPerson>()
  for (const { email, name, role, team } of demonstrationAccounts) {
    const teamId = team ? (teamIds.get(team) ?? null) : null
    const person = await tx.person.create({
      data: { email, name, role, teamId, passwordHash: await hashPassword(password) },
      select: { id: true, teamId: true },
    })
    people.set(email, person)
  }
  return people
}

/** Gives each account of the demonstration that still has the password `from` the password `to`, and ends its sessions. */
export async function changeDemonstrationPasswords(tx: Transaction, from: string, to: string): Promise<void> {
  for (const { email } of demonstrationAccounts) {
    const person = await tx.person.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
    if (!person || !(await isPassword(from, person.passwordHash))) continue
    await tx.person.update({ where: { id: person.id }, data: { passwordHash: await hashPassword(to) } })
    await tx.session.updateMany({ where: { personId: person.id, endedAt: null }, data: { endedAt: new Date() } })
  }
}
