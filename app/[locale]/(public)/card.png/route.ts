import { getTranslations } from 'next-intl/server'

import { answerWithCard } from '@/app/[locale]/(public)/share-card'
import { drawShareCard } from '@/components/case-study/share-card'
import { cached } from '@/lib/data/cached'
import { callTag, currentCall } from '@/lib/data/calls'

/** The picture that is shown where the call is shared. */
export async function GET(request: Request) {
  return answerWithCard(request, await drawn())
}

const drawn = cached(
  async () => {
    const [site, call] = await Promise.all([getTranslations('site'), currentCall()])
    return drawShareCard({
      kicker: site('kicker'),
      title: call.name,
      foot: call.partners.map(partner => partner.name).join(' · '),
      site: site('name'),
      tiles: call.places.flatMap(({ tileColumn: column, tileRow: row }) =>
        column === null || row === null ? [] : [{ column, row, here: true }],
      ),
    })
  },
  'call-card',
  callTag,
)
