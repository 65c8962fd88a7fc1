import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'

import { Section } from '@/components/site/page'
import { Paragraphs } from '@/components/site/paragraphs'
import type { EditionView } from '@/lib/data/report-editions'
import { dateInWords } from '@/lib/i18n/in-words'

/** Every edition there is, the newest first, with what each changed. */
export async function EditionList({ all, dayOf }: Pick<EditionView, 'all'> & { dayOf: (time: string) => string }) {
  const t = await getTranslations('report')
  return (
    <ul className="flex flex-col gap-4">
      {all.map(({ number, publishedAt, changes }, index) => (
        <li key={number}>
          <Link
            href={index === 0 ? '/report' : `/report/editions/${number}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center"
          >
            {t(index === 0 ? 'newest' : 'earlier', { number, day: dayOf(publishedAt) })}
          </Link>
          {changes ? (
            <div className="flex max-w-[66ch] flex-col gap-3 text-muted">
              <Paragraphs text={changes} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** What respondents have taken back since an edition came out. Nothing where it is whole. */
export async function ErrataList({ errata }: Pick<EditionView, 'errata'>) {
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()])
  if (errata.length === 0) return null
  return (
    <Section title={t('errata')} id="errata">
      <ul className="flex flex-col gap-2">
        {errata.map(({ at, words }) => (
          <li key={at} className="max-w-[66ch]">
            <time dateTime={at} className="font-semibold">
              {dateInWords(at, locale)}
            </time>
            : {words}
          </li>
        ))}
      </ul>
    </Section>
  )
}
