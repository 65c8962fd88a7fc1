import { getTranslations } from 'next-intl/server'
import type { Metadata } from 'next'

import { shareCardSize } from '@/components/case-study/share-card-size'
import type { CallView } from '@/lib/data/calls'
import { siteOrigin } from '@/lib/site-address'

/** How a call shows in tabs, searches and shared links. The current one has one address, `/`. */
export async function callMetadata(call: CallView): Promise<Metadata> {
  const t = await getTranslations('site')
  const address = call.isCurrent ? '/' : `/calls/${call.slug}`
  const images = [
    {
      url: `${await siteOrigin()}/card.png`,
      ...shareCardSize,
      type: 'image/png',
      alt: t('cardAlt', { name: call.name }),
    },
  ]
  return {
    title: { absolute: `${call.name} · ${t('name')}` },
    description: call.title,
    alternates: { canonical: address },
    openGraph: {
      type: 'website',
      title: call.name,
      description: call.title,
      url: address,
      siteName: t('name'),
      locale: 'en_GB',
      images,
    },
    twitter: { card: 'summary_large_image', images },
  }
}
