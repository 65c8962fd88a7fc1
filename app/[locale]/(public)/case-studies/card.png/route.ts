import { getTranslations } from 'next-intl/server'

import { answerWithCard } from '@/app/[locale]/(public)/share-card'
import { drawShareCard } from '@/components/case-study/share-card'
import { cached } from '@/lib/data/cached'
import { currentCall } from '@/lib/data/calls'
import { publishedPlaces } from '@/lib/data/gallery'
import { galleryTag } from '@/lib/data/releases'

/** The picture that is shown where the gallery is shared. */
export async function GET(request: Request) {
  return answerWithCard(request, await drawn())
}

const drawn = cached(
  async () => {
    const [t, site, call] = await Promise.all([getTranslations('gallery'), getTranslations('site'), currentCall()])
    const named = new Set((await publishedPlaces(call.id)).flatMap(({ placeKeys }) => placeKeys))
    return drawShareCard({
      kicker: call.name,
      title: t('title'),
      foot: call.partners.map(partner => partner.name).join(' · '),
      site: site('name'),
      tiles: call.places.flatMap(({ key, tileColumn: column, tileRow: row }) =>
        column === null || row === null ? [] : [{ column, row, here: named.has(key) }],
      ),
    })
  },
  'gallery-card',
  galleryTag,
)
