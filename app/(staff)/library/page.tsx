import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { CaseStudyList } from '@/components/case-study/case-study-list'
import { GalleryFilters } from '@/components/case-study/gallery-filters'
import { Main, PageTitle } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import { libraryCaseStudies, libraryPlaces } from '@/lib/data/gallery'
import { countByPlace, galleryFilter, readGalleryChoice } from '@/lib/domain/gallery-filter'
import { requireViewer } from '@/lib/session'

const path = '/library'

export const metadata: Metadata = { title: 'Library' }

export default async function LibraryPage({ searchParams }: PageProps<'/library'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const { choice, after } = readGalleryChoice(asked, call)
  const [page, named] = await Promise.all([
    libraryCaseStudies(viewer, call.id, galleryFilter(choice, call.places, after)),
    libraryPlaces(viewer, call.id),
  ])
  if (!page) notFound()
  return (
    <Main width="wide">
      <PageTitle
        title="Library"
        lead="Case studies that two other teams have approved, before and after they are public."
      />
      <GalleryFilters path={path} call={call} choice={choice} counts={countByPlace(call.places, named)} />
      <CaseStudyList path={path} studyPath="/library/case-studies" page={page} choice={choice} after={after} />
    </Main>
  )
}
