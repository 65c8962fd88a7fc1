import { etagOf } from '@/lib/conditional'
import { cslFile } from '@/lib/domain/report-work'
import { openAnswer, optionsAnswer, problemAnswer } from '@/lib/exchange/open-answer'

import { reportInHand } from '../report-in-hand'

/** The bibliography of the report in CSL-JSON, as reference managers take it in. */
export async function GET(request: Request): Promise<Response> {
  const { view } = await reportInHand()
  if (!view) return problemAnswer({ title: 'No report yet', status: 404, detail: 'The report is not published yet.' })
  const body = cslFile(view.edition.works)
  const headers = {
    'content-type': 'application/vnd.citationstyles.csl+json; charset=utf-8',
    'content-disposition': 'attachment; filename="references.json"',
  }
  return openAnswer(request, { etag: etagOf(body), lastModified: null }, headers, () => body)
}

export const OPTIONS = optionsAnswer
