import { getTranslations } from 'next-intl/server'

import { answerAs } from '@/app/[locale]/answer-as'
import { NotFoundPage } from '@/components/site/not-found-page'

/** What a page of the public side returns when it finds nothing: Next's own `notFound` is blank without script. */
export async function NothingHere() {
  await answerAs(404)
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
