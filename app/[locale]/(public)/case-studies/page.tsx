import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { CaseStudyList } from '@/components/case-study/case-study-list'
import { GalleryFilters } from '@/components/case-study/gallery-filters'
import { OpenDataLink } from '@/components/case-study/open-data-link'
import { Main, PageTitle } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import { publishedPlaces, publishedCaseStudies } from '@/lib/data/gallery'
import { openPaths } from '@/lib/domain/open-data'
import { countByPlace, galleryFilter, readGalleryChoice } from '@/lib/domain/gallery-filter'

const path = '/case-studies'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gallery')
  const [title, description] = [t('title'), t('description')]
  const types = { 'application/atom+xml': [{ url: openPaths.feed, title }] }
  return { title, description, alternates: { canonical: path, types }, openGraph: { title, description, url: path } }
}

export default async function CaseStudiesPage({ searchParams }: PageProps<'/[locale]/case-studies'>) {
  const [t, call, asked] = await Promise.all([getTranslations('gallery'), currentCall(), searchParams])
  const { choice, after } = readGalleryChoice(asked, call)
  const [page, published] = await Promise.all([
    publishedCaseStudies(call.id, galleryFilter(choice, call.places, after)),
    publishedPlaces(call.id),
  ])
  return (
    <Main width="wide">
      <PageTitle title={t('title')} lead={t('lead')} />
      {published.length > 0 ? (
        <GalleryFilters path={path} call={call} choice={choice} counts={countByPlace(call.places, published)} />
      ) : null}
      <CaseStudyList path={path} studyPath={path} page={page} choice={choice} after={after} />
      <OpenDataLink />
    </Main>
  )
}
