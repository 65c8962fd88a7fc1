import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { NewCollection } from '@/app/(staff)/library/collections/new-collection'
import { Main, PageTitle, Section } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { readChosenStudies } from '@/lib/data/briefings'
import { currentCall } from '@/lib/data/calls'
import { listCollections } from '@/lib/data/collections'
import { readChosen } from '@/lib/domain/briefing'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { AddForm } from './add-form'

export const metadata: Metadata = { title: 'Add to a collection' }

export default async function AddPage({ searchParams }: PageProps<'/library/collections/add'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  if (!may(viewer, 'gatherInLibrary')) notFound()
  const [studies, collections] = await Promise.all([
    readChosenStudies(viewer, readChosen(asked)),
    listCollections(viewer, call.id),
  ])
  const chosen = studies ?? []
  const slugs = chosen.map(study => study.slug)
  const mine = collections.filter(collection => collection.mine)
  return (
    <Main>
      <BackLink href="/library">Library</BackLink>
      <PageTitle title="Add to a collection" />
      {chosen.length === 0 ? (
        <EmptyState
          title="No case study is chosen"
          action={
            <LinkButton href="/library" variant="secondary">
              Choose case studies
            </LinkButton>
          }
        />
      ) : (
        <>
          <ul aria-label="What is added" className="mb-6 list-disc pl-6">
            {chosen.map(({ slug, title }) => (
              <li key={slug}>{title}</li>
            ))}
          </ul>
          {mine.length > 0 ? <AddForm chosen={slugs} collections={mine.map(({ id, name }) => ({ id, name }))} /> : null}
          <Section title={mine.length > 0 ? 'Or begin a new one with it' : 'Begin a collection with it'} id="new">
            <NewCollection chosen={slugs} />
          </Section>
        </>
      )}
    </Main>
  )
}
