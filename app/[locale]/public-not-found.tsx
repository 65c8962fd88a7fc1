import { getTranslations } from 'next-intl/server'

import { NotFoundPage } from '@/components/site/not-found-page'

/** What the public side's 404 says, without its frame. Next renders it beside each page, in case that finds nothing. */
export async function PublicNotFound() {
  const t = await getTranslations('site')
  return (
    <NotFoundPage
      words={{
        title: t('notFound.title'),
        hints: [t('notFound.typed'), t('notFound.pasted')],
        elsewhere: t('notFound.elsewhere'),
      }}
      links={[
        { href: '/', label: t('links.call') },
        { href: '/case-studies', label: t('links.caseStudies') },
        { href: '/contact', label: t('links.contact') },
      ]}
    />
  )
}
