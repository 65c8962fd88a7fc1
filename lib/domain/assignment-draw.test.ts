import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { drawAssignments, DrawInput, type DrawPerson, type Waiting } from './assignment-draw'

const teams = ['bvsc', 'coventry', 'wlv']
const person = (index: number, open = 0): DrawPerson => ({
  id: `p${index}`,
  teamId: teams[index % teams.length] ?? '',
  open,
})
const submissions = (count: number): Waiting[] =>
  Array.from({ length: count }, (_, index) => ({ id: `s${String(index).padStart(4, '0')}`, conflicts: [] }))

const someWaiting = fc
  .array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }), { maxLength: 60 })
  .map(all => all.map((conflicts, index) => ({ id: `s${index}`, conflicts: conflicts.map(one => `p${one}`) })))
const somePeople = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 })
  .map(loads => loads.map((open, index) => person(index, open)))
const asked = fc.record({ share: fc.integer({ min: 0, max: 100 }), seed: fc.string() })

describe('a draw', () => {
  test('is the same for the same seed, whatever order things come in, and another for another seed', () => {
    fc.assert(
      fc.property(someWaiting, somePeople, asked, (waiting, people, how) => {
        const drawn = drawAssignments({ submissions: waiting, people }, how)
        const turned = { submissions: waiting.toReversed(), people: people.toReversed() }
        expect(drawAssignments(turned, how)).toEqual(drawn)
      }),
    )
    const given = { submissions: submissions(100), people: [0, 1, 2].map(index => person(index)) }
    const [one, other] = ['spring', 'autumn'].map(seed => drawAssignments(given, { share: 20, seed }))
    expect(one).not.toEqual(other)
  })

  test('gives two of different teams, nobody what they may not have, and nothing twice', () => {
    fc.assert(
      fc.property(someWaiting, somePeople, asked, (waiting, people, how) => {
        const { assigned, left } = drawAssignments({ submissions: waiting, people }, how)
        expect([...assigned.map(one => one.submissionId), ...left].toSorted()).toEqual(
          waiting.map(one => one.id).toSorted(),
        )
        for (const { submissionId, personIds } of assigned) {
          const conflicts = waiting.find(one => one.id === submissionId)?.conflicts ?? []
          expect(personIds.filter(id => conflicts.includes(id))).toEqual([])
          const theirTeams = personIds.map(id => people.find(one => one.id === id)?.teamId)
          expect(new Set(theirTeams).size).toBe(personIds.length)
        }
      }),
    )
  })

  test('has exactly the share coded by two where two may', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), asked, (count, how) => {
        const people = [0, 1, 2, 3].map(index => person(index))
        const { assigned, left, short } = drawAssignments({ submissions: submissions(count), people }, how)
        expect(assigned.filter(one => one.personIds.length === 2)).toHaveLength(Math.round((how.share / 100) * count))
        expect({ left, short }).toEqual({ left: [], short: 0 })
      }),
    )
  })

  test('is even over people and teams, counting what each has open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 200 }), asked, fc.boolean(), (count, how, busy) => {
        const people = [0, 1, 2, 3, 4, 5].map(index => person(index, busy && index < 2 ? 3 : 0))
        const { assigned } = drawAssignments({ submissions: submissions(count), people }, how)
        const given = assigned.flatMap(one => one.personIds)
        const loads = people.map(one => one.open + given.filter(id => id === one.id).length)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        const byTeam = teams.map(team =>
          people.reduce((sum, one, index) => sum + (one.teamId === team ? (loads[index] ?? 0) : 0), 0),
        )
        expect(Math.max(...byTeam) - Math.min(...byTeam)).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('says what it could not do', () => {
    const one = { people: [person(0)], submissions: submissions(10) }
    expect(drawAssignments(one, { share: 20, seed: '' })).toMatchObject({ left: [], short: 2 })
    const conflicted = { people: [person(0)], submissions: [{ id: 's', conflicts: ['p0'] }] }
    expect(drawAssignments(conflicted, { share: 0, seed: '' })).toEqual({ assigned: [], left: ['s'], short: 0 })
  })
})

const id = '00000000-0000-7000-8000-000000000000'

test.each([
  [{ share: '20', seed: 'spring', people: id }, true],
  [{ share: ' 0 ', seed: 'spring', people: [id, id] }, true],
  [{ share: '101', seed: 'spring', people: id }, false],
  [{ share: '-1', seed: 'spring', people: id }, false],
  [{ share: '2.5', seed: 'spring', people: id }, false],
  [{ share: '20', seed: ' ', people: id }, false],
  [{ share: '20', seed: 'x'.repeat(101), people: id }, false],
  [{ share: '20', seed: 'spring' }, false],
  [{ share: '20', seed: 'spring', people: [] }, false],
  [{ share: '20', seed: 'spring', people: ['nobody'] }, false],
])('a lead asks for %j: taken %s', (input, taken) => {
  expect(DrawInput.safeParse(input).success).toBe(taken)
})
