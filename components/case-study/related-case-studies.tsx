import { getTranslations } from 'next-intl/server'

import type { ReleaseCard } from '@/lib/data/gallery'

import { CaseStudyCard, CaseStudyGrid } from './case-study-card'

/** The case studies that share most with the one above. */
export async function RelatedCaseStudies({ studies, path }: { studies: ReleaseCard[]; path: string }) {
  const t = await getTranslations('gallery.study')
  if (studies.length === 0) return null
  return (
    <section aria-labelledby="related" className="no-print mt-16 border-t-2 border-ink pt-6">
      <h2 id="related" className="mb-6">
        {t('related')}
      </h2>
      <CaseStudyGrid label={t('related')}>
        {studies.map(study => (
          <li key={study.slug}>
            <CaseStudyCard study={study} href={`${path}/${study.slug}`} level="h3" />
          </li>
        ))}
      </CaseStudyGrid>
    </section>
  )
}
