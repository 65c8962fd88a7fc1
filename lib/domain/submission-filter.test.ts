import { describe, expect, test } from 'vitest'

import { readCursor, writeCursor } from './cursor'
import { emptyFilter, filterAddress, isNarrowed, readFilter, referencePrefix, toggled } from './submission-filter'

const communities = ['Older people', 'People from Black, Asian and minority ethnic communities']
const known = { themes: ['anchors'], places: ['dudley'], communities, teams: ['BVSC'], coders: ['p1'], codes: ['c1', 'c2'] } // prettier-ignore
const cursor = { at: new Date('2026-07-01T09:30:00.125Z'), id: '0198c0de-0000-7000-8000-000000000001' }

describe('an address is read as a filter', () => {
  test.each([
    [{}, {}],
    [{ stage: 'coding' }, { stage: ['CODING'] }],
    [{ type: 'mutual-aid' }, { type: ['MUTUAL_AID'] }],
    [{ decision: 'not-taken-forward' }, { decision: ['NOT_TAKEN_FORWARD'] }],
    [{ decision: 'none' }, { decision: ['NONE'] }],
    [
      { theme: 'anchors', place: 'dudley', team: 'bvsc' },
      { theme: ['anchors'], place: ['dudley'], team: ['BVSC'] },
    ],
    [
      { community: ['older people', 'People from Black, Asian and minority ethnic communities'] },
      { community: communities },
    ],
    [{ mine: 'yes' }, { mine: true }],
    [{ q: '  food\u0000  bank ' }, { q: 'food bank' }],
    [{ stage: ['new', 'coding', 'new'] }, { stage: ['NEW', 'CODING'] }],
    [
      { code: ['c2', 'c1'], coder: 'p1' },
      { code: ['c2', 'c1'], coder: ['p1'] },
    ],
    [
      { call: 'yes', material: ['links', 'none'] },
      { call: ['YES'], material: ['LINKS', 'NONE'] },
    ],
    [{ language: ['pl', 'unknown'] }, { language: ['pl', 'UNKNOWN'] }],
    [{ utm_source: 'mail', stage: '' }, {}],
  ])('%j', (asked, expected) => {
    expect(readFilter(asked, known)).toMatchObject({ filter: { ...emptyFilter, ...expected }, ignored: [] })
  })

  test.each([
    [{ stage: 'nonsense' }, ['stage']],
    [{ place: 'atlantis', theme: 'x' }, ['theme', 'place']],
    [{ mine: 'no' }, ['assignment']],
    [{ after: 'xx' }, ['page']],
    [{ page: '-1' }, ['page']],
    [{ code: 'c9', coder: 'p9', language: 'klingon' }, ['coder', 'code', 'language']],
    [{ type: '__proto__' }, ['organisation type']],
  ])('%j is left out and named', (asked, ignored) => {
    expect(readFilter(asked, known)).toMatchObject({ filter: emptyFilter, ignored })
  })

  test('and written as it was read', () => {
    const asked = { q: 'food bank', stage: 'coded', place: 'dudley', mine: 'yes', after: writeCursor(cursor) }
    const { filter, page } = readFilter(asked, known)
    const address = filterAddress('/list', filter, { ...(page.after && { after: page.after }) })
    expect(Object.fromEntries(new URL(address, 'http://localhost').searchParams)).toEqual(asked)
    expect(filterAddress('/list', emptyFilter)).toBe('/list')
  })

  test('with several values of one facet, and a page of what is ranked', () => {
    const { filter, page } = readFilter({ q: 'food', stage: ['new', 'coded'], page: '3' }, known)
    expect(filterAddress('/list', filter, page.after ? {} : { number: page.number })).toBe(
      '/list?q=food&stage=new&stage=coded&page=3',
    )
  })

  test('a value is put on and taken off', () => {
    const on = toggled(emptyFilter, 'place', 'dudley')
    expect([on.place, isNarrowed(on)]).toEqual([['dudley'], true])
    expect(toggled(on, 'place', 'dudley')).toEqual(emptyFilter)
    expect(isNarrowed(emptyFilter)).toBe(false)
  })
})

test.each([
  ['', null],
  ['2026-07-01T09:30:00.125Z', null],
  ['2026-99-01T09:30:00.125Z_0198c0de-0000-7000-8000-000000000001', null],
  [`2026-07-01T09:30:00.125Z_'; DROP TABLE`, null],
  [writeCursor(cursor), cursor],
])('%j as a place in the list', (text, expected) => {
  expect(readCursor(text)).toEqual(expected)
})

test.each([
  ['wm-7k3q', 'WM-7K3Q'],
  ['WM7K3Q2', 'WM-7K3Q-2'],
  ['wm 7k3q 2m9d', 'WM-7K3Q-2M9D'],
  ['wm-', 'WM-'],
  ['food', null],
  ['wm-7k3q-2m9d-more', null],
])('%j as the beginning of a reference', (text, expected) => {
  expect(referencePrefix(text)).toBe(expected)
})
