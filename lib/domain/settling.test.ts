import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { choicesOf, compareCodings, settledSpan, type Comparison, type OneCoding } from './settling'

/** `food 0-5` is a code on words, `food` a tag. */
function coding(id: string, written: string): OneCoding {
  const [codeId = '', words] = written.split(' ')
  const [start, end] = words?.split('-').map(Number) ?? []
  return start === undefined || end === undefined
    ? { id, codeId, text: null, span: null }
    : { id, codeId, text: 0, span: { start, end } }
}
const told = ({ kind, first, second }: Comparison) => `${kind} ${first?.id ?? '-'} ${second?.id ?? '-'}`
const compare = (first: string[], second: string[]) =>
  compareCodings(
    first.map((each, index) => coding(`a${index + 1}`, each)),
    second.map((each, index) => coding(`b${index + 1}`, each)),
  ).map(told)

describe('what two coded is compared', () => {
  test.each<[string, string[], string[], string[]]>([
    ['the same words', ['food 0-5'], ['food 0-5'], ['agree a1 b1']],
    ['the same tag', ['food'], ['food'], ['agree a1 b1']],
    ['words that overlap', ['food 0-5'], ['food 3-9'], ['words a1 b1']],
    ['words beside each other', ['food 0-5'], ['food 5-9'], ['alone a1 -', 'alone - b1']],
    ['another code', ['food 0-5'], ['money 0-5'], ['alone a1 -', 'alone - b1']],
    ['a tag and words', ['food'], ['food 0-5'], ['alone - b1', 'alone a1 -']],
    ['one alone', [], ['food 0-5', 'food'], ['alone - b1', 'alone - b2']],
    ['the same before the nearly same', ['food 0-5', 'food 0-6'], ['food 0-6'], ['agree a2 b1', 'alone a1 -']],
    ['the longest overlap first', ['food 0-10'], ['food 0-3', 'food 2-10'], ['words a1 b2', 'alone - b1']],
    ['in reading order', ['money 8-9', 'food 0-2'], ['money 7-9'], ['alone a2 -', 'words a1 b1']],
    ['nothing', [], [], []],
  ])('%s', (_, first, second, expected) => {
    expect(compare(first, second)).toEqual(expected)
  })

  const codings = (prefix: string) =>
    fc
      .uniqueArray(
        fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 })),
        { selector: String, maxLength: 12 },
      )
      .map(all =>
        all.map(([code, start, length], index) =>
          coding(`${prefix}${index}`, length === 0 ? `c${code}x${start}` : `c${code} ${start}-${start + length}`),
        ),
      )

  test('each coding once, alike whoever is the first, and a pair stays one whatever is settled', () => {
    fc.assert(
      fc.property(codings('a'), codings('b'), fc.nat(), (first, second, chosen) => {
        const found = compareCodings(first, second)
        expect(found.flatMap(one => one.first?.id ?? []).toSorted()).toEqual(first.map(one => one.id).toSorted())
        expect(found.flatMap(one => one.second?.id ?? []).toSorted()).toEqual(second.map(one => one.id).toSorted())
        const turned = compareCodings(second, first).map(({ kind, first: one, second: other }) =>
          told({ kind, first: other, second: one }),
        )
        expect(turned.toSorted()).toEqual(found.map(told).toSorted())
        const gone = found[chosen % Math.max(1, found.length)]
        const without = compareCodings(
          first.filter(one => one.id !== gone?.first?.id),
          second.filter(one => one.id !== gone?.second?.id),
        )
        expect(without.map(told)).toEqual(found.filter(one => one !== gone).map(told))
      }),
    )
  })
})

describe('what a choice leaves', () => {
  const [first, second] = [
    { start: 0, end: 5 },
    { start: 3, end: 9 },
  ]
  test.each([
    ['first', first],
    ['second', second],
    ['both', { start: 0, end: 9 }],
    ['drop', null],
  ] as const)('%s', (choice, expected) => {
    expect(settledSpan(choice, first, second)).toEqual(expected)
  })

  test.each([
    ['agree', 'a', 'b', ['both']],
    ['words', 'a', 'b', ['first', 'second', 'both', 'drop']],
    ['alone', 'a', null, ['first', 'drop']],
    ['alone', null, 'b', ['second', 'drop']],
  ] as const)('of %s %s %s', (kind, one, other, expected) => {
    expect(choicesOf({ kind, first: one, second: other })).toEqual(expected)
  })
})
