import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { readChosenStudies } from '@/lib/data/briefings'
import { chosenAddress, mostCompared, readChosen, readCollectionId } from '@/lib/domain/briefing'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { Comparison } from './comparison'

const path = '/library/compare'

export const metadata: Metadata = { title: 'Compare case studies' }

export default async function ComparePage({ searchParams }: PageProps<'/library/compare'>) {
  const [viewer, asked] = await Promise.all([requireViewer(), searchParams])
  const chosen = readChosen(asked)
  const found = await readChosenStudies(viewer, chosen.slice(0, 20))
  if (!found) notFound()
  const collection = readCollectionId(asked)
  const [studies, over] = [found.slice(0, mostCompared), found.slice(mostCompared)]
  const slugs = studies.map(study => study.slug)
  const gone = Math.min(chosen.length, 20) - found.length
  return (
    <Main width="full">
      <BackLink href={collection ? `/library/collections/${collection}` : '/library'}>
        {collection ? 'Collection' : 'Library'}
      </BackLink>
      <PageTitle
        title="Compare case studies"
        actions={
          studies.length > 0 ? (
            <>
              <LinkButton href={chosenAddress('/library/briefing', slugs, collection)} variant="secondary">
                Make a briefing
              </LinkButton>
              {may(viewer, 'gatherInLibrary') ? (
                <LinkButton href={chosenAddress('/library/collections/add', slugs)} variant="secondary">
                  Add to a collection
                </LinkButton>
              ) : null}
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        {over.length > 0 ? (
          <Notice tone="furnace" title="Four fit side by side">
            <p>
              {over.map(study => `“${study.title}”`).join(', ')} {over.length === 1 ? 'is' : 'are'} left out. To compare
              another, take one away or <Link href="/library">choose anew</Link>.
            </p>
          </Notice>
        ) : null}
        {gone > 0 ? (
          <Notice tone="neutral" title={gone === 1 ? 'One is not here' : `${gone} are not here`}>
            <p>What was chosen is not in the library, or has left it since.</p>
          </Notice>
        ) : null}
        {studies.length === 1 ? (
          <Notice tone="neutral" title="One case study stands alone">
            <p>Select another in the list to see them side by side.</p>
          </Notice>
        ) : null}
      </div>
      {studies.length === 0 ? (
        <EmptyState
          title="Nothing to compare yet"
          action={
            <LinkButton href="/library" variant="secondary">
              Choose case studies
            </LinkButton>
          }
        >
          <p>Select up to four case studies in the library or in a collection, then choose “Compare”.</p>
        </EmptyState>
      ) : (
        <Comparison
          studies={studies}
          without={slug =>
            chosenAddress(
              path,
              found.map(s => s.slug).filter(other => other !== slug),
              collection,
            )
          }
        />
      )}
    </Main>
  )
}
