import { answerWithDraft } from '@/app/[locale]/submit/draft-copy'
import { copyAsHtml } from '@/lib/exchange/evidence-copy'

/** What was entered and not sent, as a web page that stands alone. */
export function GET(): Promise<Response> {
  return answerWithDraft({ type: 'text/html; charset=utf-8', ending: 'html' }, copyAsHtml)
}
