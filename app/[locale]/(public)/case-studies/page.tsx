import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { answerAs } from '@/app/[locale]/answer-as'
import { CaseStudyList } from '@/components/case-study/case-study-list'
import { GalleryFilters } from '@/components/case-study/gallery-filters'
import { Main, PageTitle } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { currentCall } from '@/lib/data/calls'
import { publishedCaseStudies } from '@/lib/data/gallery'
import { longestSearch } from '@/lib/domain/address'
import { galleryFilter, isNarrowed, readGalleryChoice } from '@/lib/domain/gallery-filter'

const path = '/case-studies'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gallery')
  const [title, description] = [t('title'), t('description')]
  return { title, description, alternates: { canonical: path }, openGraph: { title, description, url: path } }
}

export default async function CaseStudiesPage({ searchParams }: PageProps<'/[locale]/case-studies'>) {
  const [t, call, asked] = await Promise.all([getTranslations('gallery'), currentCall(), searchParams])
  const { choice, after, before, unknown, cut } = readGalleryChoice(asked, call)
  const page = await publishedCaseStudies(call.id, galleryFilter(choice, call.places, after, before))
  if (unknown.length > 0 || page.astray) await answerAs(404)
  const notes = [
    ...unknown.map(facet => t(`unknown.${facet}`)),
    ...(page.astray ? [t('astray')] : []),
    ...(cut ? [t('cut', { most: longestSearch })] : []),
  ]
  return (
    <Main width="wide">
      <PageTitle title={t('title')} lead={t('lead')} />
      {notes.length > 0 ? (
        <Notice className="mb-6">
          {notes.map(note => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      ) : null}
      {page.count > 0 || isNarrowed(choice) ? (
        <GalleryFilters path={path} call={call} choice={choice} facets={page.facets} />
      ) : null}
      <CaseStudyList path={path} studyPath={path} page={page} choice={choice} after={after ?? before} call={call} />
    </Main>
  )
}
