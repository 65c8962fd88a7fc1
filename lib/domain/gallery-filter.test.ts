import { describe, expect, test } from 'vitest'

import { countByPlace, galleryAddress, placeAndBelow, readGalleryChoice } from './gallery-filter'

const places = [
  { key: 'dudley', parentKey: null },
  { key: 'warwickshire', parentKey: null },
  { key: 'rugby', parentKey: 'warwickshire' },
  { key: 'bilton', parentKey: 'rugby' },
]
const known = {
  prompts: [{ key: 'early-response' }],
  lenses: [{ key: 'innovation' }],
  places,
  communities: ['Older people'],
}
const nothing = { q: '', theme: null, lens: null, place: null, type: null, community: null, sort: null }

describe('reading an address', () => {
  test.each([
    [{}, nothing],
    [
      { theme: 'early-response', place: 'dudley', type: 'mutual-aid' },
      { ...nothing, theme: 'early-response', place: 'dudley', type: 'MUTUAL_AID' },
    ],
    [
      { lens: 'innovation', community: 'older people' },
      { ...nothing, lens: 'innovation', community: 'Older people' },
    ],
    [{ theme: 'x', place: 'atlantis', type: 'bank' }, nothing],
    [{ sort: 'title' }, { ...nothing, sort: 'title' }],
    [
      { sort: 'newest', q: 'food' },
      { ...nothing, sort: 'newest', q: 'food' },
    ],
    [
      { sort: 'match', q: 'food' },
      { ...nothing, q: 'food' },
    ],
    [{ sort: 'match' }, nothing],
    [{ sort: 'size' }, nothing],
    [{ place: ['rugby', 'dudley'] }, { ...nothing, place: 'rugby' }],
    [{ q: '  hot\0  meals ' }, { ...nothing, q: 'hot meals' }],
    [{ q: '😀'.repeat(300) }, { ...nothing, q: '😀'.repeat(200) }],
  ])('%j', (asked, choice) => expect(readGalleryChoice(asked, known).choice).toEqual(choice))
})

test('what there is not is told, and more words than are looked for', () => {
  const { unknown, cut } = readGalleryChoice({ theme: 'x', place: 'dudley', type: 'bank', q: 'a'.repeat(201) }, known)
  expect({ unknown, cut }).toEqual({ unknown: ['theme', 'type'], cut: true })
  expect(readGalleryChoice({ theme: '', q: 'a'.repeat(200) }, known)).toMatchObject({ unknown: [], cut: false })
})

test('an address says only what is chosen, and reads back', () => {
  expect(galleryAddress('/case-studies', nothing)).toBe('/case-studies')
  const choice = {
    ...nothing,
    q: 'hot & cold',
    theme: 'early-response',
    type: 'MUTUAL_AID',
    community: 'Older people',
    sort: 'title',
  } as const
  const address = galleryAddress('/case-studies', choice, '1_a')
  expect(address).toBe(
    '/case-studies?q=hot+%26+cold&theme=early-response&type=mutual-aid&community=Older+people&sort=title&after=1_a',
  )
  const asked = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
  expect(readGalleryChoice(asked, known)).toMatchObject({ choice, after: '1_a', before: undefined, unknown: [] })
})

test('a place holds all below it', () => {
  expect(placeAndBelow(places, 'warwickshire')).toEqual(['warwickshire', 'rugby', 'bilton'])
  expect(placeAndBelow(places, 'dudley')).toEqual(['dudley'])
})

test('each thing counts once for a parent', () => {
  const things = [
    { placeKeys: ['rugby', 'bilton'] },
    { placeKeys: ['warwickshire'] },
    { placeKeys: ['dudley', 'rugby'] },
  ]
  expect(countByPlace(places, things)).toEqual({ dudley: 1, warwickshire: 3, rugby: 2, bilton: 1 })
  expect(countByPlace(places, [{ placeKeys: ['rugby', 'bilton'], count: 4 }])).toMatchObject({
    warwickshire: 4,
    bilton: 4,
  })
})
