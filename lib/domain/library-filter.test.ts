import { expect, test } from 'vitest'

import { askedIn } from './address'
import { isNarrowed, libraryAddress, readLibraryChoice, wholeLibrary } from './library-filter'

const known = { prompts: [{ key: 'early' }], places: [{ key: 'dudley' }], lenses: [{ key: 'innovation' }] }
const read = (query: string) => readLibraryChoice(askedIn(query), known)

test('a choice is read from an address and written as it was', () => {
  const query =
    'q=milk+round&theme=early&place=dudley&lens=innovation&standing=approved&from=2026-01-02&to=2026-03-04&type=mutual-aid&area=Public+health&area=Housing'
  const { choice } = read(query)
  expect(choice).toEqual({
    q: 'milk round',
    theme: 'early',
    place: 'dudley',
    lens: 'innovation',
    type: 'MUTUAL_AID',
    standing: 'approved',
    areas: ['Public health', 'Housing'],
    from: '2026-01-02',
    to: '2026-03-04',
  })
  expect(read(libraryAddress('', choice).slice(1)).choice).toEqual(choice)
})

test.each(['theme=none', 'place=x', 'lens=y', 'type=z', 'standing=draft', 'from=yesterday', 'to=0000-01-01', 'area=+'])(
  '%s is left out',
  query => {
    const { choice } = read(query)
    expect(choice).toEqual(wholeLibrary)
    expect(isNarrowed(choice)).toBe(false)
  },
)

test('a long query is cut', () => {
  const { choice } = read(`q=${'x'.repeat(10_000)}&area=${'y'.repeat(10_000)}`)
  expect([choice.q.length, choice.areas[0]?.length]).toEqual([200, 150])
})
