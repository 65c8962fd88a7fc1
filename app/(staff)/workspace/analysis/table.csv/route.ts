import { askedView, fileOf, noSuchFile } from '@/app/(staff)/workspace/analysis/asked-view'
import { analysisCsv } from '@/lib/exchange/analysis-csv'

/** The table of a view. */
export async function GET(request: Request): Promise<Response> {
  const answer = await askedView(request)
  if (!answer) return noSuchFile()
  return fileOf(request, answer, analysisCsv(answer.table, answer.view), {
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
  })
}
