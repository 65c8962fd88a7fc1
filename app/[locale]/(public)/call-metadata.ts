import { getTranslations } from 'next-intl/server'
import type { Metadata } from 'next'

import type { CallView } from '@/lib/data/calls'

/** How a call shows in tabs, searches and shared links. The current one has one address, `/`. */
export async function callMetadata(call: CallView): Promise<Metadata> {
  const t = await getTranslations('site')
  const address = call.isCurrent ? '/' : `/calls/${call.slug}`
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
    },
    twitter: { card: 'summary' },
  }
}
