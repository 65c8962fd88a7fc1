import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

import { pagesOfReport } from '@/components/report/edition-addresses'
import { Section } from '@/components/site/page'
import type { CitedPlace } from '@/lib/data/report-editions'

/** Where the published report rests on this evidence. Nothing where it does not. */
export async function CitedPlaces({ places }: { places: CitedPlace[] }) {
  if (places.length === 0) return null
  const t = await getTranslations('evidence.cited')
  return (
    <Section title={t('title')} id="cited">
      <p className="mb-2 max-w-[66ch]">{t('lead')}</p>
      <ul>
        {places.map(({ slug, number, title, appendix, at }) => (
          <li key={`${slug}-${at}`}>
            <Link
              href={pagesOfReport.section(slug, at)}
              prefetch={false}
              className="inline-flex min-h-8 items-center py-1"
            >
              {t(appendix ? 'appendix' : 'section', { number, title, paragraph: at.slice(1) })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
