import { answerWithDraft } from '@/app/[locale]/submit/draft-copy'
import { copyAsPdf } from '@/lib/exchange/evidence-pdf'

/** What was entered and not sent, as a PDF. */
export function GET(): Promise<Response> {
  return answerWithDraft({ type: 'application/pdf', ending: 'pdf' }, async copy =>
    Uint8Array.from(await copyAsPdf(copy)),
  )
}
