import {
  countBases,
  countCells,
  countRows,
  countTogether,
  readGround,
  type Counted,
  type GroundFigures,
} from '@/lib/data/analysis-counts'
import { countPhrases, findSayings, mostRead, type SayingView } from '@/lib/data/analysis-texts'
import { readColumns } from '@/lib/data/analysis-columns'
import { readFacetValues, type CodeChoice, type FacetValues } from '@/lib/data/facet-values'
import { askFor, type Asked } from '@/lib/data/submission-matching'
import type { AnalysisView } from '@/lib/domain/analysis'
import {
  everyPeriod,
  fillPairs,
  fillRows,
  periodName,
  type AnalysisTable,
  type RowHead,
  type TableColumn,
} from '@/lib/domain/analysis-table'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { emptyFilter } from '@/lib/domain/submission-filter'

/** A view's answer, and what it counts. `view` is what was asked, as far as it is known in the call. */
export type AnalysisAnswer = { view: AnalysisView; table: AnalysisTable; ground: GroundFigures }

/** More codes than this are not set against each other. */
export const mostTogether = 30
/** More periods than this are not shown: the next longer period is. */
const mostPeriods = 60

/** Counts what a view asks for. The same for everybody who may. Null for who may not. */
export async function readAnalysis(
  viewer: Viewer,
  callId: string,
  wanted: AnalysisView,
): Promise<AnalysisAnswer | null> {
  if (!may(viewer, 'readAnalysis')) return null
  const { view, asked, values } = await ask(viewer, callId, wanted)
  const [ground, table] = await Promise.all([readGround({ asked, view }), tableOf(view, asked, values)])
  return { view, table, ground }
}

/** Where a view's phrase is said. None for who may not read the analysis. */
export async function listSayings(viewer: Viewer, callId: string, wanted: AnalysisView): Promise<SayingView[]> {
  if (!may(viewer, 'readAnalysis') || !wanted.said) return []
  const { view, asked } = await ask(viewer, callId, wanted)
  return findSayings({ asked, view }, 100)
}

/** What of a view is known in the call: an old link still shows something. */
async function ask(viewer: Viewer, callId: string, wanted: AnalysisView) {
  const values = await readFacetValues(viewer, callId)
  const known = (given: string[], all: readonly string[]) => given.filter(one => all.includes(one))
  const view = {
    ...wanted,
    codes: known(wanted.codes, values.known.codes),
    place: known(wanted.place, values.known.places),
    theme: known(wanted.theme, values.known.themes),
  }
  const filter = { ...emptyFilter, place: view.place, theme: view.theme, type: view.type }
  return { view, values, asked: await askFor(viewer, callId, filter) }
}

function tableOf(view: AnalysisView, asked: Asked, values: FacetValues): Promise<AnalysisTable> {
  const heads = headsOf(view, values.codes)
  const counted = { view, asked, rows: heads.map(({ key }) => key) }
  switch (view.kind) {
    case 'frequencies':
      return frequencies(counted, heads)
    case 'matrix':
      return matrix(counted, heads)
    case 'together':
      return together(counted, heads)
    case 'time':
      return overTime(counted, heads)
    case 'words':
      return phrases(counted)
  }
}

type Head = RowHead & { retired: boolean }

function headsOf({ codes, level }: AnalysisView, all: CodeChoice[]): Head[] {
  return all
    .filter(({ id, depth }) => (codes.length > 0 ? codes.includes(id) : level === 'all' || depth === 0))
    .map(({ id, name, depth, colour, retired }) => ({
      key: id,
      label: retired ? `${name} (retired)` : name,
      depth: codes.length > 0 ? 0 : depth,
      colour,
      retired,
    }))
}

/** Codes that are not used any more are rows only where something has them. */
function used(heads: Head[], totals: { row: string }[]): RowHead[] {
  const counted = new Set(totals.map(({ row }) => row))
  return heads.filter(({ key, retired }) => !retired || counted.has(key)).map(({ retired: _, ...head }) => head)
}

const headOf = (view: AnalysisView) => ({ rowHead: 'Code', unit: view.unit, soFar: view.count === 'so-far' })

async function frequencies(counted: Counted, heads: Head[]): Promise<AnalysisTable> {
  const [totals, bases] = await Promise.all([countRows(counted), countBases(counted, null)])
  const base = bases.get('') ?? 0
  const columns = [{ key: 'all', label: 'All', base }]
  const cells = totals.map(total => ({ ...total, column: 'all' }))
  return {
    ...headOf(counted.view),
    columns,
    base,
    rows: fillRows(used(heads, totals), columns, { cells, totals }),
    notes: [],
  }
}

async function matrix(counted: Counted, heads: Head[]): Promise<AnalysisTable> {
  const { by } = counted.view
  const [totals, cells, bases, named] = await Promise.all([
    countRows(counted),
    countCells(counted, by),
    countBases(counted, by),
    readColumns(counted.asked.callId, by),
  ])
  const columns = named
    .map(({ key, label }) => ({ key, label, base: bases.get(key) ?? 0, retired: false }))
    .filter(({ base }, index) => base > 0 || !named[index]?.retired)
    .map(({ key, label, base }): TableColumn => ({ key, label, base }))
  const overlap = by === 'type' ? [] : [`A submission can stand under several columns: they are not to be added up.`]
  return {
    ...headOf(counted.view),
    columns,
    base: bases.get('') ?? 0,
    rows: fillRows(used(heads, totals), columns, { cells, totals }),
    notes: overlap,
  }
}

async function together(counted: Counted, heads: Head[]): Promise<AnalysisTable> {
  const totals = await countRows(counted)
  const amount = new Map(totals.map(({ row, count }) => [row, count]))
  const all = used(heads, totals)
  const most = new Set(
    all
      .toSorted((one, other) => (amount.get(other.key) ?? 0) - (amount.get(one.key) ?? 0))
      .slice(0, mostTogether)
      .map(({ key }) => key),
  )
  const rows = all.filter(({ key }) => most.has(key))
  const [cells, bases] = await Promise.all([
    countTogether({ ...counted, rows: rows.map(({ key }) => key) }),
    countBases(counted, null),
  ])
  const above = new Map<string, Set<string>>()
  for (const { id, key } of counted.asked.names.codes) above.set(id, (above.get(id) ?? new Set()).add(key))
  return {
    ...headOf(counted.view),
    columns: rows.map(({ key, label }) => ({ key, label, base: amount.get(key) ?? 0 })),
    base: bases.get('') ?? 0,
    rows: fillPairs(rows, { cells, totals }, above),
    notes: all.length > rows.length ? [`The ${mostTogether} most frequent of ${all.length} codes are compared.`] : [],
  }
}

const longer = { day: 'week', week: 'month', month: 'month' } as const

async function overTime(counted: Counted, heads: Head[]): Promise<AnalysisTable> {
  const { period } = counted.view
  const bases = await countBases(counted, 'period')
  const starts = everyPeriod([...bases.keys()].filter(Boolean), period)
  if (starts.length > mostPeriods && period !== 'month') {
    const table = await overTime({ ...counted, view: { ...counted.view, period: longer[period] } }, heads)
    return { ...table, notes: [`By ${longer[period]}, since there are too many ${period}s.`] }
  }
  const [totals, cells] = await Promise.all([countRows(counted), countCells(counted, 'period')])
  const columns = starts.map(key => ({ key, label: periodName(key, period), base: bases.get(key) ?? 0 }))
  return {
    ...headOf(counted.view),
    columns,
    base: bases.get('') ?? 0,
    rows: fillRows(used(heads, totals), columns, { cells, totals }),
    notes: period === 'week' ? ['A week begins on Monday, and is named by it.'] : [],
  }
}

async function phrases({ asked, view }: Counted): Promise<AnalysisTable> {
  const found = await countPhrases({ asked, view })
  const times = view.unit === 'segments'
  return {
    rowHead: view.length === '1' ? 'Word' : 'Phrase',
    unit: times ? 'times' : 'submissions',
    soFar: view.count === 'so-far',
    columns: [
      { key: 'submissions', label: 'Submissions', base: found.submissions },
      { key: 'times', label: 'Times', base: 0 },
    ],
    base: found.submissions,
    rows: found.phrases.map(({ phrase, times: said, submissions }) => ({
      key: phrase,
      label: phrase,
      depth: 0,
      colour: null,
      total: times ? said : submissions,
      cells: [submissions, said],
    })),
    notes: found.capped ? [`The texts of the first ${mostRead.toLocaleString('en-GB')} submissions were read.`] : [],
  }
}
