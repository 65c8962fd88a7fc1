import { askedView, chartWords, fileOf, noSuchFile } from '@/app/(staff)/workspace/analysis/asked-view'
import { chartOf } from '@/lib/charts/chart-option'
import { drawPng } from '@/lib/charts/draw'

/** The chart of a view, for programs that read no SVG. */
export async function GET(request: Request): Promise<Response> {
  const answer = await askedView(request)
  if (!answer) return noSuchFile()
  const png = await drawPng(chartOf(answer.table, answer.view), chartWords(answer))
  return fileOf(request, answer, new Uint8Array(png), { type: 'image/png', ending: 'png' })
}
