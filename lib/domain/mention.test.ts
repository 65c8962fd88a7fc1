import { describe, expect, test } from 'vitest'

import { findNames, nameBeingTyped, namesOffered, peopleNamed, writtenNames, type NamedPerson } from './mention'

const bvsc = { name: 'BVSC', short: 'BVSC' }
const wlv = { name: 'University of Wolverhampton', short: 'Wolverhampton' }
const people: NamedPerson[] = [
  { id: 'beth', name: 'Beth Osei', team: bvsc },
  { id: 'ann', name: 'Ann', team: bvsc },
  { id: 'annmarie', name: 'Ann Marie', team: bvsc },
  { id: 'sam-b', name: 'Sam Lee', team: bvsc },
  { id: 'sam-w', name: 'Sam Lee', team: wlv },
  { id: 'zoe', name: 'Zoë Ångström', team: wlv },
  { id: 'pat', name: "Pat O'Neill", team: wlv },
  { id: 'nobodys-team', name: 'Wolverhampton', team: bvsc },
]
const names = writtenNames(people)
const all = people.map(({ id }) => id)
const ofBvsc = people.filter(({ team }) => team === bvsc).map(({ id }) => id)
const ofWlv = people.filter(({ team }) => team === wlv).map(({ id }) => id)

describe('whom a comment names', () => {
  test.each<[string, string[]]>([
    ['@Beth Osei, look', ['beth']],
    ['(@beth osei)', ['beth']],
    ['@BETH OSEI', ['beth']],
    ['@Beth\u00a0Osei and @Beth Osei', ['beth']],
    ['@Beth', []],
    ['@Beth Oseis', []],
    ['Beth Osei', []],
    ['@ Beth Osei', []],
    ['@Beth\nOsei', []],
    ['@Ann Marie', ['annmarie']],
    ['@Ann marvels', ['ann']],
    ['@Ann', ['ann']],
    ['@Annie', []],
    ['@Zoë Ångström', ['zoe']],
    ['@ZOË ÅNGSTRÖM!', ['zoe']],
    ['@Zoe Angstrom', []],
    ['@Pat O’Neill', ['pat']],
    ['@Sam Lee', []],
    ['@Sam Lee (BVSC)', ['sam-b']],
    ['@sam lee (wolverhampton) and @Beth Osei (BVSC)', ['sam-w', 'beth']],
    ['@BVSC', ofBvsc],
    ['@University of Wolverhampton', ofWlv],
    ['@Wolverhampton', ofWlv],
    ['@Wolverhampton (BVSC)', ['nobodys-team']],
    ['@BVSC, @Wolverhampton', all],
    ['write to beth@BVSC', []],
    ['a.@BVSC', []],
    ['🙂@BVSC', ofBvsc],
    ['@@BVSC', ofBvsc],
    ['', []],
  ])('%s', (text, expected) => {
    expect(peopleNamed(text, names, 'somebody').toSorted()).toEqual(expected.toSorted())
  })

  test('never who wrote it', () => {
    expect(peopleNamed('@BVSC @Beth Osei', names, 'beth').toSorted()).toEqual(
      ofBvsc.filter(id => id !== 'beth').toSorted(),
    )
  })

  test('nobody where there is nobody', () => {
    expect(findNames('@Beth Osei', writtenNames([]))).toEqual([])
  })

  test('with where it stands', () => {
    const text = '🙂 @beth osei: yes'
    const [found] = findNames(text, names)
    expect(text.slice(found?.start, found?.end)).toBe('@beth osei')
  })

  test('a name full of signs is only itself', () => {
    const odd = writtenNames([{ id: 'odd', name: 'J. (Jo) [x] | y*', team: wlv }])
    expect(peopleNamed('@J. (Jo) [x] | y*', odd, '')).toEqual(['odd'])
    expect(peopleNamed('@Jx (Jo) [x] | y*', odd, '')).toEqual([])
  })
})

describe('the name that is being typed', () => {
  test.each<[string, { start: number; typed: string } | null]>([
    ['@', { start: 0, typed: '' }],
    ['Ask @be', { start: 4, typed: 'be' }],
    ['Ask @Beth O', { start: 4, typed: 'Beth O' }],
    ['Ask @Zoë', { start: 4, typed: 'Zoë' }],
    ['Ask beth@b', null],
    ['Ask @ b', null],
    ['Ask @Beth\n', null],
    ['Ask', null],
    [`@${'x'.repeat(60)}`, null],
  ])('%s', (text, expected) => {
    expect(nameBeingTyped(text, text.length)).toEqual(expected)
  })

  test('is what stands before the caret', () => {
    expect(nameBeingTyped('Ask @beth, please', 7)).toEqual({ start: 4, typed: 'be' })
  })
})

describe('the names that are offered', () => {
  const offered = names.filter(name => name.offered)
  const first = (typed: string) => namesOffered(offered, typed).map(({ written }) => written)
  test.each<[string, string[]]>([
    ['be', ['Beth Osei']],
    ['os', ['Beth Osei']],
    ['sam', ['Sam Lee (BVSC)', 'Sam Lee (Wolverhampton)']],
    ['univ', ['Wolverhampton']],
    ['zoë å', ['Zoë Ångström']],
    ['beth osei ', []],
    ['q', []],
  ])('for “%s”', (typed, expected) => {
    expect(first(typed)).toEqual(expected)
  })

  test('are eight at most', () => {
    expect(first('')).toHaveLength(8)
  })

  test('are each understood', () => {
    for (const { written, meant } of offered) expect(peopleNamed(`@${written}.`, names, '')).toEqual(meant)
  })
})
