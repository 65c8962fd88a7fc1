import { answerWithCopy, copyOf } from '@/app/[locale]/evidence/[token]/own-copy'
import { copyAsHtml } from '@/lib/exchange/evidence-copy'

/** What was sent, as a web page to keep. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/evidence/[token]/copy.html'>) {
  const kind = { type: 'text/html; charset=utf-8', ending: 'html' }
  return answerWithCopy((await params).token, kind, async evidence => copyAsHtml(await copyOf(evidence)))
}
