import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { currentCall } from '@/lib/data/calls'
import { searchLibrary } from '@/lib/data/library'
import { isNarrowed, libraryAddress, readLibraryChoice } from '@/lib/domain/library-filter'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { LibraryFilters } from './library-filters'
import { LibraryList } from './library-list'
import { LibraryParts } from './library-parts'
import { PickBar } from './picking'
import { SaveSearch } from './save-search'

const path = '/library'

export const metadata: Metadata = { title: 'Library' }

export default async function LibraryPage({ searchParams }: PageProps<'/library'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  const { choice, after } = readLibraryChoice(asked, call)
  const page = await searchLibrary(viewer, call, choice, after)
  if (!page) notFound()
  return (
    <Main width="wide">
      <LibraryParts viewer={viewer} part="find" />
      <PageTitle
        title="Library"
        lead="Case studies that two other teams have approved, before and after they are public."
      />
      <LibraryFilters path={path} call={call} choice={choice} areas={page.areas} />
      {isNarrowed(choice) && may(viewer, 'gatherInLibrary') ? (
        <SaveSearch query={libraryAddress('', choice).slice(1)} />
      ) : null}
      {/* together, so that the bar stays in sight beside the list only */}
      <div>
        <LibraryList path={path} page={page} choice={choice} after={after} />
        {page.cards.length > 0 ? <PickBar gathers={may(viewer, 'gatherInLibrary')} /> : null}
      </div>
    </Main>
  )
}
