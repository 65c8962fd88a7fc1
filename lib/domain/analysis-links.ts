import { analysisAddress, type AnalysisView } from './analysis'
import { periodAfter, type AnalysisTable } from './analysis-table'
import { passageAddress } from './passage-filter'
import { emptyFilter } from './submission-filter'

/** Where the segments behind a cell stand; null where there are none to open. `column` is null for the row's total. */
export function cellAddress(
  view: AnalysisView,
  table: AnalysisTable,
  { row, column }: { row: number; column: number | null },
): string | null {
  const head = table.rows[row]
  const side = column === null ? null : table.columns[column]
  const count = column === null ? head?.total : head?.cells[column]
  if (!head || !count) return null
  if (view.kind === 'words') return `${analysisAddress({ ...view, said: head.key })}#said`
  const senders = view.unit === 'senders'
  const by = (wanted: AnalysisView['by']) => (view.kind === 'matrix' && view.by === wanted && side ? [side.key] : [])
  // a sender's own place or type says nothing of the one whose text was coded
  const narrowed = senders
    ? { place: [], theme: [], type: [] }
    : { place: view.place, theme: view.theme, type: view.type }
  const only = <V extends string>(own: V[], chosen: V[]) => (own.length > 0 && !senders ? own : chosen)
  const day = view.kind === 'time' && side && !senders ? side.key : null
  const pair = view.kind === 'together' && side && side.key !== head.key
  return passageAddress('/workspace/passages', {
    codes: pair ? [head.key, side.key] : [head.key],
    below: true,
    all: pair ? (view.near === 'submission' ? 'SUBMISSION' : true) : false,
    by: [],
    which: null,
    counted: {
      count: view.count,
      coded: view.coded,
      from: day,
      until: day && periodAfter(day, view.period),
    },
    within: {
      ...emptyFilter,
      place: only(by('place'), narrowed.place),
      theme: only(by('theme'), narrowed.theme),
      type: only(by('type') as AnalysisView['type'], narrowed.type),
      team: senders ? [] : by('team'),
    },
  })
}
