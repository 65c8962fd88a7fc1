import { describe, expect, test } from 'vitest'

import { readCursor, writeCursor } from './cursor'
import { emptyFilter, filterAddress, readFilter, referencePrefix } from './submission-filter'

const known = { themes: ['anchors'], places: ['dudley'], teams: ['BVSC'] }
const cursor = { at: new Date('2026-07-01T09:30:00.125Z'), id: '0198c0de-0000-7000-8000-000000000001' }

describe('an address is read as a filter', () => {
  test.each([
    [{}, {}],
    [{ stage: 'coding' }, { stage: 'CODING' }],
    [{ type: 'mutual-aid' }, { type: 'MUTUAL_AID' }],
    [{ decision: 'not-taken-forward' }, { decision: 'NOT_TAKEN_FORWARD' }],
    [{ decision: 'none' }, { decision: 'NONE' }],
    [
      { theme: 'anchors', place: 'dudley', team: 'bvsc' },
      { theme: 'anchors', place: 'dudley', team: 'BVSC' },
    ],
    [{ mine: 'yes' }, { mine: true }],
    [{ q: '  food\u0000  bank ' }, { q: 'food bank' }],
    [{ stage: ['new', 'coding'] }, { stage: 'NEW' }],
    [{ utm_source: 'mail', stage: '' }, {}],
  ])('%j', (asked, expected) => {
    expect(readFilter(asked, known)).toMatchObject({ filter: { ...emptyFilter, ...expected }, ignored: [] })
  })

  test.each([
    [{ stage: 'nonsense' }, ['stage']],
    [{ place: 'atlantis', theme: 'x' }, ['theme', 'place']],
    [{ mine: 'no' }, ['assignment']],
    [{ after: 'xx' }, ['page']],
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
