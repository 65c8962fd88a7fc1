import { getLocale, getTranslations } from 'next-intl/server'

import type { CallView } from '@/lib/data/calls'
import { dateInWords } from '@/lib/i18n/in-words'

type CitationProps = { study: { title: string; publishedAt: string | null }; call: CallView; address: string }

/** How to cite a case study, with the day on which it was published and its whole address. */
export async function Citation({ study, call, address }: CitationProps) {
  const [t, locale] = await Promise.all([getTranslations('gallery.study'), getLocale()])
  const citation = study.publishedAt
    ? t('citation', {
        title: study.title,
        call: call.name,
        commissioner: call.commissioner || 'none',
        day: dateInWords(study.publishedAt, locale),
        address,
      })
    : t('citationUnpublished')
  return (
    <section aria-labelledby="cite" className="border-t border-line pt-6">
      <h2 id="cite" className="mb-2 text-lg">
        {t('cite')}
      </h2>
      <p className="max-w-[66ch] wrap-anywhere">{citation}</p>
    </section>
  )
}
