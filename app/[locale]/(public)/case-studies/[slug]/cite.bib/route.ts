import { answerWithCitation } from '@/app/[locale]/(public)/case-studies/[slug]/citation-file'

export async function GET(_: Request, { params }: RouteContext<'/[locale]/case-studies/[slug]/cite.bib'>) {
  return answerWithCitation((await params).slug, 'bib')
}
