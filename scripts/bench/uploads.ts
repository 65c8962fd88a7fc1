import { randomBytes } from 'node:crypto'

import type { Line } from '@/e2e/http-line'
import { answerStep, open, stepOf, upload, wholeResponse, type Respondent } from '@/e2e/http-respondent'

const megabytes = 1_048_576

/** A PDF of just under 10 MB that holds a stream nobody can compress. */
function largePdf(): Buffer {
  const stream = randomBytes(10 * megabytes - 2_000)
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n3 0 obj\n<< /Length ${stream.length} >>\nstream\n`
  const tail = '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n'
  return Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)])
}

/** So many respondents, each with a draft of their own, send a file of 10 MB at the same moment. */
export async function uploadsAtOnce(line: Line, newcomer: (line: Line) => Respondent, many: number): Promise<void> {
  const respondents = Array.from({ length: many }, () => newcomer(line))
  for (const respondent of respondents) {
    let page = await open(respondent, '/submit')
    while (stepOf(page) !== 'place') page = await answerStep(respondent, page, wholeResponse(1))
  }
  const file = { name: 'measured.pdf', type: 'application/pdf', content: largePdf() }
  const answers = await Promise.all(respondents.map(respondent => upload(respondent, '/api/draft/files', file)))
  const refused = answers.find(({ status }) => status >= 300)
  if (refused) throw new Error(`An upload of 10 MB got ${refused.status}: ${refused.body.slice(0, 200)}`)
}
