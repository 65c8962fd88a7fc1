import { getTranslations } from 'next-intl/server'

import { NotFoundPage } from '@/components/site/not-found-page'

/** The public side's 404, without its frame. */
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
