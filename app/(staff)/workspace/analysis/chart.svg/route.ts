import { askedView, chartWords, fileOf, noSuchFile } from '@/app/(staff)/workspace/analysis/asked-view'
import { chartOf } from '@/lib/charts/chart-option'
import { drawSvg } from '@/lib/charts/draw'

/** The chart of a view. */
export async function GET(request: Request): Promise<Response> {
  const answer = await askedView(request)
  if (!answer) return noSuchFile()
  const svg = drawSvg(chartOf(answer.table, answer.view), chartWords(answer))
  const response = fileOf(request, answer, svg, { type: 'image/svg+xml; charset=utf-8', ending: 'svg' })
  // its style and font stand in it; it runs and fetches nothing
  response.headers.set(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox",
  )
  return response
}
