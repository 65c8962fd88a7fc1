import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'

import { Main, PageTitle } from '@/components/site/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return { title: t('notFound.title') }
}

/** Next makes it beside every page, in case that finds nothing: so it is short. Addresses that no page has are answered by `[locale]/(public)/[...rest]`. */
export default async function NotFound() {
  const t = await getTranslations('site')
  return (
    <Main>
      <PageTitle title={t('notFound.title')} />
      <Link href="/" prefetch={false}>
        {t('links.call')}
      </Link>
    </Main>
  )
}
