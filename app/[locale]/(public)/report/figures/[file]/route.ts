import { chartOf } from '@/lib/charts/chart-option'
import { drawPng, drawSvg } from '@/lib/charts/draw'
import { etagOf } from '@/lib/conditional'
import { currentCall } from '@/lib/data/calls'
import { readEdition } from '@/lib/data/report-editions'
import { describe, notSettled } from '@/lib/domain/analysis-title'
import { chartsOf, type EditionChart } from '@/lib/domain/report-edition'
import { analysisCsv } from '@/lib/exchange/analysis-csv'
import { openAnswer, optionsAnswer, problemAnswer } from '@/lib/exchange/open-answer'

const types = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
} as const

type Ending = keyof typeof types

/** Goes up when figures are drawn in another way than before. */
const drawing = '1'

/** A figure of the report as it was counted: `<number>.svg`, `.png` or `.csv`; `?edition=<number>` for an earlier edition. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/report/figures/[file]'>) {
  const { file } = await params
  const query = new URL(request.url).searchParams
  const [, number, ending] = /^([1-9]\d{0,2})\.(svg|png|csv)$/.exec(file) ?? []
  const asked = query.get('edition') ?? ''
  const wanted = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined
  if (!number || !isEnding(ending) || (asked && wanted === undefined)) return noSuchFigure()
  const call = await currentCall()
  const view = await readEdition(call.id, wanted)
  const figure = view && chartsOf(view.edition).find(chart => chart.number === Number(number))
  if (!figure) return noSuchFigure()
  const version = { etag: etagOf(drawing, ending, JSON.stringify(figure)), lastModified: null }
  const headers = {
    'content-type': types[ending],
    'content-disposition': `${query.has('save') ? 'attachment' : 'inline'}; filename="figure-${number}.${ending}"`,
    // its style and font stand in it; it runs and fetches nothing
    ...(ending === 'svg'
      ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox" }
      : {}),
  }
  const body = await drawn(figure, ending)
  return openAnswer(request, version, headers, () => body)
}

export const OPTIONS = optionsAnswer

const isEnding = (ending: string | undefined): ending is Ending => ending !== undefined && ending in types

const noSuchFigure = () =>
  problemAnswer({ title: 'No such figure', status: 404, detail: 'The report has no such figure: see /report.' })

async function drawn({ table, view, title }: EditionChart, ending: Ending) {
  if (ending === 'csv') return analysisCsv(table, view)
  const words = { title, description: describe(table), warning: table.soFar ? notSettled : '' }
  const chart = chartOf(table, view)
  if (ending === 'svg') return drawSvg(chart, words)
  return new Blob([new Uint8Array(await drawPng(chart, words))]).stream()
}
