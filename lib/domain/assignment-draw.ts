import * as z from 'zod/mini'

import { seededRandom, shuffled } from './seeded-random'
import { lineInput } from './text-input'

/** Which share is coded by two where nobody says otherwise, in per cent. */
export const usualShare = 20

/** What a lead decides about a draw. */
export const DrawInput = z.object({
  share: z.pipe(
    z.string('Enter a share from 0 to 100').check(z.regex(/^\s*\d{1,3}\s*$/, 'Enter a share from 0 to 100')),
    z.pipe(z.transform(Number), z.number().check(z.refine(share => share <= 100, 'Enter a share from 0 to 100'))),
  ),
  seed: lineInput({ name: 'Seed', most: 100, missing: 'Enter a seed' }),
  people: z.pipe(
    z.pipe(
      z.union([z.string(), z.array(z.string())], 'Select who takes part'),
      z.transform(ids => [...new Set([ids].flat())]),
    ),
    z.array(z.uuid('Select who takes part')).check(z.minLength(1, 'Select who takes part'), z.maxLength(1000)),
  ),
})
export type DrawInput = z.infer<typeof DrawInput>

/** A submission that waits for somebody; `conflicts` are ids of people who may not have it. */
export type Waiting = { id: string; conflicts: readonly string[] }

/** Somebody who takes part, with how many submissions they have open already. */
export type DrawPerson = { id: string; teamId: string; open: number }

/**
 * What was drawn: one person for each submission, or two of different teams. `left`: nobody who takes part may have it.
 * `short`: how many fewer are coded by two than the share asks for, because no two may have them.
 */
export type Draw = { assigned: { submissionId: string; personIds: string[] }[]; left: string[]; short: number }

/**
 * Gives each submission to somebody. Exactly the share of them, rounded, goes to two of different teams, drawn by
 * chance; the rest to one. Whoever has the least open is next, of them whoever's team has the least a head. The same
 * seed over the same submissions, people and loads draws the same, in whatever order they are given.
 */
export function drawAssignments(
  given: { submissions: readonly Waiting[]; people: readonly DrawPerson[] },
  { share, seed }: Pick<DrawInput, 'share' | 'seed'>,
): Draw {
  const random = seededRandom(seed)
  const submissions = shuffled(byId(given.submissions), random)
  const loads = new Loads(shuffled(byId(given.people), random))
  const wanted = Math.round((share / 100) * submissions.length)
  const assigned = new Map<string, string[]>()
  // those for two come first: they have fewer ways to be given, and the rest levels what they left uneven
  for (const submission of submissions) {
    if (assigned.size === wanted) break
    const pair = loads.pairFor(submission)
    if (pair) assigned.set(submission.id, pair.map(loads.give))
  }
  const short = wanted - assigned.size
  for (const submission of submissions) {
    const one = assigned.has(submission.id) ? null : loads.leastBusy(submission)
    if (one) assigned.set(submission.id, [loads.give(one)])
  }
  return {
    assigned: byId(given.submissions).flatMap(({ id }) => {
      const personIds = assigned.get(id)
      return personIds ? [{ submissionId: id, personIds }] : []
    }),
    left: byId(given.submissions).flatMap(({ id }) => (assigned.has(id) ? [] : id)),
    short,
  }
}

function byId<T extends { id: string }>(things: readonly T[]): T[] {
  return things.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

class Loads {
  private readonly open: Map<string, number>

  constructor(private readonly people: readonly DrawPerson[]) {
    this.open = new Map(people.map(person => [person.id, person.open]))
  }

  readonly give = (person: DrawPerson): string => {
    this.open.set(person.id, this.of(person) + 1)
    return person.id
  }

  leastBusy({ conflicts }: Waiting, notOf: string | null = null): DrawPerson | null {
    const free = this.people.filter(({ id, teamId }) => teamId !== notOf && !conflicts.includes(id))
    return free.reduce<DrawPerson | null>(
      (best, person) => (best === null || this.compare(person, best) < 0 ? person : best),
      null,
    )
  }

  /** The least busy whom somebody of another team can join, and that one. */
  pairFor(submission: Waiting): [DrawPerson, DrawPerson] | null {
    const first = this.leastBusy(submission)
    const second = first && this.leastBusy(submission, first.teamId)
    return first && second ? [first, second] : null
  }

  private of(person: DrawPerson): number {
    return this.open.get(person.id) ?? 0
  }

  private compare(a: DrawPerson, b: DrawPerson): number {
    return this.of(a) - this.of(b) || this.ofTeam(a.teamId) - this.ofTeam(b.teamId)
  }

  private ofTeam(teamId: string): number {
    const members = this.people.filter(person => person.teamId === teamId)
    return members.reduce((sum, person) => sum + this.of(person), 0) / members.length
  }
}
