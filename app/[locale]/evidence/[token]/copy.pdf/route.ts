import { answerWithCopy, copyOf } from '@/app/[locale]/evidence/[token]/own-copy'
import { copyAsPdf } from '@/lib/exchange/evidence-pdf'

/** What was sent, as a PDF to print or to pass on. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/evidence/[token]/copy.pdf'>) {
  const kind = { type: 'application/pdf', ending: 'pdf' }
  return answerWithCopy((await params).token, kind, async evidence =>
    Uint8Array.from(await copyAsPdf(await copyOf(evidence))),
  )
}
