import { describe, expect, test } from 'vitest'

import { countByPlace, galleryAddress, placeAndBelow, readGalleryChoice } from './gallery-filter'

const places = [
  { key: 'dudley', parentKey: null },
  { key: 'warwickshire', parentKey: null },
  { key: 'rugby', parentKey: 'warwickshire' },
  { key: 'bilton', parentKey: 'rugby' },
]
const known = { prompts: [{ key: 'early-response' }], places }
const nothing = { q: '', theme: null, place: null, type: null }

describe('reading an address', () => {
  test.each([
    [{}, nothing],
    [
      { theme: 'early-response', place: 'dudley', type: 'mutual-aid' },
      { ...nothing, theme: 'early-response', place: 'dudley', type: 'MUTUAL_AID' },
    ],
    [{ theme: 'x', place: 'atlantis', type: 'bank' }, nothing],
    [{ place: ['rugby', 'dudley'] }, { ...nothing, place: 'rugby' }],
    [{ q: '  hot\0  meals ' }, { ...nothing, q: 'hot meals' }],
    [{ q: '😀'.repeat(300) }, { ...nothing, q: '😀'.repeat(200) }],
  ])('%j', (asked, choice) => expect(readGalleryChoice(asked, known).choice).toEqual(choice))
})

test('an address says only what is chosen, and reads back', () => {
  expect(galleryAddress('/case-studies', nothing)).toBe('/case-studies')
  const choice = { q: 'hot & cold', theme: 'early-response', place: null, type: 'MUTUAL_AID' } as const
  const address = galleryAddress('/case-studies', choice, '1_a')
  expect(address).toBe('/case-studies?q=hot+%26+cold&theme=early-response&type=mutual-aid&after=1_a')
  const asked = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
  expect(readGalleryChoice(asked, known)).toEqual({ choice, after: '1_a' })
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
})
