import { crossingNames, periodNames, unitNames, type AnalysisView } from './analysis'
import type { AnalysisTable } from './analysis-table'

/** What a view is called: on its chart, and as the title that a figure of it is offered. */
export function titleOf(view: AnalysisView): string {
  const unit = unitNames[view.unit].toLowerCase()
  switch (view.kind) {
    case 'frequencies':
      return `Codes by number of ${unit}`
    case 'matrix':
      return `Codes by ${crossingNames[view.by].toLowerCase()}: ${unit}`
    case 'together':
      return `Codes ${view.near === 'words' ? 'on the same words' : 'in the same submission'}: ${unit}`
    case 'time':
      return `Codes by ${periodNames[view.period].toLowerCase()} of sending: ${unit}`
    case 'words':
      return view.length === '1'
        ? 'Words most often used'
        : `Phrases of ${view.length === '2' ? 'two' : 'three'} words most often used`
  }
}

/** Said wherever what is not settled counts. */
export const notSettled = 'Not settled: all that is coded so far'

/** What a chart says to who does not see it: the most of it in a sentence. The table beside it says the rest. */
export function describe(table: AnalysisTable): string {
  const most = table.rows
    .toSorted((one, other) => other.total - one.total)
    .slice(0, 5)
    .filter(({ total }) => total > 0)
    .map(({ label, total }) => `${label} ${total}`)
  const rest = `The table beside the chart holds every figure.`
  return most.length > 0 ? `Most frequent: ${most.join(', ')}. ${rest}` : `Nothing is counted yet. ${rest}`
}
