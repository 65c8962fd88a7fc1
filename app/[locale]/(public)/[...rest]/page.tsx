import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { NothingHere } from '@/app/[locale]/nothing-here'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return { title: t('notFound.title') }
}

/** Every address that no page has: the 404 then stands in the public frame, with a true status. */
export default function UnknownAddress() {
  return <NothingHere />
}
