import { generatePassword, hashPassword } from '@/lib/data/passwords'
import { db } from '@/lib/db'
import { seedTeams } from '@/prisma/seed/people'
import type { Chance } from './chance'
import type { Sample } from './sample'

export type Coder = { id: string; teamId: string }

/** Who works on responses, and with which codes. */
export type Crew = { researchers: readonly Coder[]; leads: readonly Coder[]; codeBy(chance: Chance): string }

const wanted = 4
const invented = [
  ['Amina Yusuf', 'Ben Holroyd', 'Carys Pugh', 'Dev Malhotra'],
  ['Edie Larkin', 'Femi Adeyemi', 'Greta Novak', 'Harpreet Dhillon'],
  ['Imran Sheikh', 'Joan Whitlock', 'Kwame Asante', 'Lucia Ferrer'],
]

/**
 * The researchers, leads and codes of a portal. Teams of fewer than four researchers get more, with passwords that nobody
 * knows; where there is no lead, the first team gets one.
 */
export async function gatherCrew(callId: string, sample: Sample): Promise<Crew> {
  await addPeople()
  const people = await db.person.findMany({
    where: { disabledAt: null, teamId: { not: null } },
    select: { id: true, teamId: true, role: true },
    orderBy: { email: 'asc' },
  })
  const codes = await db.code.findMany({
    where: { callId, retiredAt: null },
    select: { id: true, name: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const of = (role: string) =>
    people.flatMap(({ id, teamId, role: held }) => (teamId && held === role ? [{ id, teamId }] : []))
  const byName = new Map(codes.map(({ id, name }) => [name, id]))
  return {
    researchers: of('RESEARCHER'),
    leads: of('LEAD'),
    codeBy: chance => {
      const name = sample.codeName(chance)
      // codes that the demonstration does not know are used too, now and then
      return (chance.happens(0.95) && byName.get(name)) || chance.pick(codes).id
    },
  }
}

async function addPeople(): Promise<void> {
  if ((await db.team.count()) === 0) await seedTeams(db)
  const teams = await db.team.findMany({
    select: { id: true, short: true, people: { where: { disabledAt: null }, select: { role: true } } },
    orderBy: { short: 'asc' },
  })
  const passwordHash = await hashPassword(generatePassword())
  for (const [index, { id, short, people }] of teams.entries()) {
    const missing = wanted - people.filter(({ role }) => role === 'RESEARCHER').length
    const host = `${short.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.synthetic.example`
    const made = (invented[index % invented.length] ?? []).slice(0, Math.max(0, missing))
    await db.person.createMany({
      data: made.map((name, place) => ({
        email: `researcher-${place + 1}@${host}`,
        name,
        role: 'RESEARCHER',
        teamId: id,
        passwordHash,
      })),
      skipDuplicates: true,
    })
  }
  const [first] = teams
  if (!first || teams.some(({ people }) => people.some(({ role }) => role === 'LEAD'))) return
  const email = 'lead@synthetic.example'
  const lead = { email, name: 'Morwenna Slate', role: 'LEAD' as const, teamId: first.id, passwordHash }
  await db.person.createMany({ data: [lead], skipDuplicates: true })
}
