import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { PublicFrame } from '@/app/[locale]/public-frame'
import { PublicNotFound } from '@/app/[locale]/public-not-found'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return { title: t('notFound.title') }
}

/** For addresses that no layout feels responsible for. */
export default function NotFound() {
  return (
    <PublicFrame>
      <PublicNotFound />
    </PublicFrame>
  )
}
