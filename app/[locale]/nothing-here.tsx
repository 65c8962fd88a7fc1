import { answerAs } from '@/app/[locale]/answer-as'
import { PublicNotFound } from '@/app/[locale]/public-not-found'

/** What a page of the public side returns when it finds nothing: Next's own `notFound` is blank without script. */
export async function NothingHere() {
  await answerAs(404)
  return <PublicNotFound />
}
