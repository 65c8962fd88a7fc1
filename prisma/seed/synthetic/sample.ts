import type { DemonstrationEntry } from '@/prisma/seed/demonstration/entry'
import { chanceOf, weighted, type Chance } from './chance'
import { learn, type Language } from './language'

/** What is drawn from: all of it learned from the demonstration's entries. */
export type Sample = {
  entries: readonly DemonstrationEntry[]
  evidence: Language
  /** How researchers write. */
  remarks: Language
  nameHeads: readonly string[]
  nameTails: readonly string[]
  neighbourhoods: readonly string[]
  firstNames: readonly string[]
  lastNames: readonly string[]
  bestTimes: readonly string[]
  /** The name of a code, as often as the demonstration gives it. */
  codeName: (chance: Chance) => string
}

const bare = (organisation: string) => organisation.replace(/ \(example\)$/, '')

/** Learns from entries how evidence reads, what its senders are called and which codes it gets. */
export function sampleOf(entries: readonly DemonstrationEntry[]): Sample {
  const names = entries.map(entry => bare(entry.organisation).split(' '))
  const people = entries.flatMap(entry => entry.contact?.name?.split(' ') ?? [])
  const remarks = entries.flatMap(({ comments }) =>
    comments.flatMap(({ body, replies = [] }) => [body, ...replies.map(reply => reply.body)]),
  )
  const codes = new Map<string, number>()
  for (const { code } of entries.flatMap(entry => entry.tags)) codes.set(code, (codes.get(code) ?? 0) + 1)
  const known = (values: (string | undefined)[]) => [...new Set(values.flatMap(value => value || []))]
  return {
    entries,
    evidence: learn(entries.flatMap(entry => [entry.whatHappened, entry.difference ?? '', entry.learned ?? ''])),
    remarks: learn(remarks),
    nameHeads: known(names.map(parts => parts.slice(0, -1).join(' '))),
    nameTails: known(names.filter(parts => parts.length > 1).map(parts => parts.at(-1))),
    neighbourhoods: known(entries.map(entry => entry.neighbourhood)),
    firstNames: known(people.filter((_, index) => index % 2 === 0)),
    lastNames: known(people.filter((_, index) => index % 2 === 1)),
    bestTimes: known(entries.map(entry => entry.contact?.bestTimes)),
    codeName: weighted(codes),
  }
}

const parts = ['told', 'said', 'worked'] as const

/** The draws of one part of one response (its texts, the rest of it, what researchers made of it): more draws of one shift nothing in the others. */
export function chanceFor(seed: number, turn: number, part: (typeof parts)[number]): Chance {
  return chanceOf(seed, turn * parts.length + parts.indexOf(part))
}
