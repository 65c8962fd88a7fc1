import { describe, expect, test } from 'vitest'

import { analysisAddress, analysisKinds, plainView, readAnalysisView } from './analysis'
import { cellAddress } from './analysis-links'
import { everyPeriod, fillPairs, fillRows, periodAfter, shareOf, type Count } from './analysis-table'
import { phrasesIn, PhraseTally, sayingsIn, stopped, wordsIn } from './analysis-words'
import { askedIn } from './address'
import { seededRandom } from './seeded-random'

const code = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('a view', () => {
  test('is in its address, and read from it again', () => {
    const view = {
      ...plainView('matrix'),
      by: 'team' as const,
      unit: 'senders' as const,
      count: 'so-far' as const,
      shares: 'row' as const,
      codes: [code],
      place: ['dudley', 'rugby'],
      type: ['MUTUAL_AID' as const],
    }
    const address = analysisAddress(view)
    expect(readAnalysisView('matrix', askedIn(address.split('?')[1] ?? ''))).toEqual(view)
    for (const kind of analysisKinds) expect(analysisAddress(plainView(kind))).toBe(`/workspace/analysis/${kind}`)
  })

  test('takes the default for what an address says wrong', () => {
    const asked = {
      unit: 'x',
      by: ['', 'y'],
      codes: ['no', code],
      type: 'z',
      also: 'a'.repeat(501),
      period: '__proto__',
    }
    expect(readAnalysisView('time', asked)).toEqual({ ...plainView('time'), codes: [code] })
  })

  test('counts no pairs of segments in the same submission', () => {
    expect(readAnalysisView('together', { near: 'submission', unit: 'segments' }).unit).toBe('submissions')
  })
})

/** Submissions with codes of a tree and places of a tree, made up from a seed, counted by hand. */
function madeUp(seed: number) {
  const random = seededRandom(String(seed))
  const pick = (most: number) => Math.floor(random() * most)
  const codeParents: (number | null)[] = [null, 0, 0, null, 3, 4]
  const placeParents: (number | null)[] = [null, 0, null]
  const upwards = (parents: (number | null)[], at: number): number[] => {
    const parent = parents[at]
    return parent === null || parent === undefined ? [at] : [at, ...upwards(parents, parent)]
  }
  const submissions = Array.from({ length: 40 }, () => ({
    segments: Array.from({ length: pick(5) }, () => pick(codeParents.length)),
    places: [
      ...new Set(Array.from({ length: 1 + pick(2) }, () => pick(3)).flatMap(place => upwards(placeParents, place))),
    ],
  }))
  const count = (distinct: boolean) => {
    const cells = new Map<string, Count>()
    const totals = new Map<string, Count>()
    const add = (into: Map<string, Count>, row: number, column: string) => {
      const key = `${row} ${column}`
      const kept = into.get(key) ?? { row: String(row), column, count: 0 }
      into.set(key, { ...kept, count: kept.count + 1 })
    }
    for (const { segments, places } of submissions) {
      const all = segments.flatMap(segment => upwards(codeParents, segment))
      for (const row of distinct ? new Set(all) : all) {
        add(totals, row, '')
        for (const place of places) add(cells, row, String(place))
      }
    }
    const base = (place: number) =>
      submissions
        .filter(({ places }) => places.includes(place))
        .reduce((sum, { segments }) => sum + (distinct ? 1 : segments.length), 0)
    const columns = placeParents.map((_, place) => ({ key: String(place), label: String(place), base: base(place) }))
    const heads = codeParents.map((_, row) => ({ key: String(row), label: String(row), depth: 0, colour: 1 }))
    return { columns, rows: fillRows(heads, columns, { cells: [...cells.values()], totals: [...totals.values()] }) }
  }
  return { count, codeParents }
}

test.each(Array.from({ length: 30 }, (_, seed) => seed))('shares and totals fit, seed %i', seed => {
  const { count, codeParents } = madeUp(seed)
  for (const distinct of [true, false]) {
    const { columns, rows } = count(distinct)
    rows.forEach(({ total, cells }, row) => {
      const below = codeParents.flatMap((parent, at) => (parent === row ? [at] : []))
      cells.forEach((cell, column) => {
        expect(cell).toBeLessThanOrEqual(Math.min(total, columns[column]?.base ?? 0))
        const under = below.map(at => rows[at]?.cells[column] ?? 0)
        if (distinct) {
          expect(cell).toBeGreaterThanOrEqual(Math.max(0, ...under))
        } else expect(cell).toBeGreaterThanOrEqual(under.reduce((sum, one) => sum + one, 0))
        for (const of of ['row', 'column'] as const) {
          const share = shareOf({ columns, rows }, of, { row, column })
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
          else expect(of === 'row' ? total : columns[column]?.base).toBe(0)
        }
      })
      // a parent place has at least what lies in it
      expect(cells[0] ?? 0).toBeGreaterThanOrEqual(cells[1] ?? 0)
    })
    if (distinct) continue
    const top = codeParents.flatMap((parent, at) => (parent === null ? [at] : []))
    columns.forEach(({ base }, column) => {
      if (base === 0) return
      const shares = top.map(row => shareOf({ columns, rows }, 'column', { row, column }) ?? 0)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    })
  }
})

test('pairs stand at both ends, and what is nested at none', () => {
  const heads = ['a', 'b', 'c'].map(key => ({ key, label: key, depth: 0, colour: 1 }))
  const above = new Map([
    ['a', new Set(['a'])],
    ['b', new Set(['b', 'a'])],
    ['c', new Set(['c'])],
  ])
  const cells = [
    { row: 'a', column: 'b', count: 9 },
    { row: 'b', column: 'c', count: 4 },
  ]
  expect(fillPairs(heads, { cells, totals: [] }, above).map(row => row.cells)).toEqual([
    [null, null, 0],
    [null, null, 4],
    [0, 4, null],
  ])
})

test('periods follow each other without a gap', () => {
  expect(everyPeriod(['2026-03-01', '2026-01-01'], 'month')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
  expect(periodAfter('2026-12-28', 'week')).toBe('2027-01-04')
  expect(everyPeriod([], 'day')).toEqual([])
})

describe('words', () => {
  test('are letters and digits, with what joins them', () => {
    expect(wordsIn('Don’t stop: well-being, 1.5 m — café!').map(({ word }) => word)).toEqual([
      ...["don't", 'stop', 'well-being', '1.5', 'm', 'café'],
    ])
  })

  test('make phrases within a sentence that begin and end with a word of weight', () => {
    const phrases = (text: string, length: number) =>
      [...phrasesIn(text, length, stopped({ stop: 'on', also: 'Street' }))].map(({ phrase }) => phrase)
    expect(phrases('Hot meals for the street. Meals on wheels', 2)).toEqual(['hot meals'])
    expect(phrases('Hot meals for the street. Meals on wheels', 3)).toEqual(['meals on wheels'])
    expect(phrases('Hot meals for the street', 1)).toEqual(['hot', 'meals'])
  })

  test('are tallied by times and by submissions', () => {
    const tally = new PhraseTally(1, new Set())
    tally.add('one', 'Soup soup')
    tally.add('one', 'soup')
    tally.add('two', 'bread soup')
    expect(tally.top(1, 'times')).toEqual([{ phrase: 'soup', times: 4, submissions: 2 }])
  })

  test('are shown where they are said', () => {
    expect(sayingsIn('We cooked Hot  meals for all.', 'hot meals', 80)).toEqual([
      { before: 'We cooked ', said: 'Hot  meals', after: ' for all.' },
    ])
  })
})

test('a cell leads to the segments that it counts', () => {
  const view = { ...plainView('matrix'), by: 'place' as const, coded: 'two' as const }
  const table = {
    ...{ rowHead: 'Code', unit: view.unit, soFar: false, base: 2, notes: [] },
    columns: [{ key: 'dudley', label: 'Dudley', base: 2 }],
    rows: [{ key: code, label: 'Food', depth: 0, colour: 1, total: 1, cells: [1] }],
  }
  const address = `/workspace/passages?place=dudley&code=${code}&which=settled&coded=two`
  expect(cellAddress(view, table, { row: 0, column: 0 })).toBe(address)
  expect(
    cellAddress(
      { ...plainView('time'), period: 'month' },
      { ...table, columns: [{ key: '2026-07-01', label: '', base: 1 }] },
      { row: 0, column: 0 },
    ),
  ).toBe(`/workspace/passages?code=${code}&which=settled&from=2026-07-01&until=2026-08-01`)
})
