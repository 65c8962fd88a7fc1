import { answerWithCopy } from '@/app/[locale]/evidence/[token]/own-copy'
import { dataOf } from '@/app/[locale]/evidence/[token]/own-data'
import { keptAbout } from '@/lib/data/kept-about'

/** Everything that is kept about a respondent: what the law lets them ask for. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/evidence/[token]/data.json'>) {
  const { token } = await params
  const kind = { type: 'application/json; charset=utf-8', ending: 'json' }
  return answerWithCopy(token, kind, async evidence => dataOf(evidence, await keptAbout(token)))
}
