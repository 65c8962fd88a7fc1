import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { LibraryParts } from '@/app/(staff)/library/library-parts'
import { Main, PageTitle, Section } from '@/components/site/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { currentCall } from '@/lib/data/calls'
import { getDeletedCollection, listCollections, type CollectionCard } from '@/lib/data/collections'
import { askedFor } from '@/lib/domain/address'
import { londonDate } from '@/lib/domain/london-time'
import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

import { DeletedToast } from './deleted-toast'
import { NewCollection } from './new-collection'

const Id = z.uuid()

export const metadata: Metadata = { title: 'Collections' }

export default async function CollectionsPage({ searchParams }: PageProps<'/library/collections'>) {
  const [viewer, call, asked] = await Promise.all([requireViewer(), currentCall(), searchParams])
  if (!may(viewer, 'gatherInLibrary')) notFound()
  const id = Id.safeParse(askedFor(asked, 'deleted'))
  const [collections, deleted] = await Promise.all([
    listCollections(viewer, call.id),
    id.success ? getDeletedCollection(viewer, id.data) : null,
  ])
  const mine = collections.filter(collection => collection.mine)
  const others = collections.filter(collection => !collection.mine)
  return (
    <Main width="wide">
      <LibraryParts viewer={viewer} part="collections" />
      <PageTitle
        title="Collections"
        lead="Case studies gathered for a purpose, with notes, to share and to make briefings of."
      />
      {mine.length > 0 ? (
        <CollectionList label="Your collections" collections={mine} />
      ) : (
        <EmptyState title="You have no collection yet">
          <p>Begin one below, or tick case studies in the library and choose “Add to a collection”.</p>
        </EmptyState>
      )}
      {others.length > 0 ? (
        <Section title="Shared by colleagues" id="shared">
          <CollectionList label="Shared by colleagues" collections={others} />
        </Section>
      ) : null}
      <Section title="New collection" id="new">
        <NewCollection />
      </Section>
      {deleted ? <DeletedToast key={deleted.id} {...deleted} /> : null}
    </Main>
  )
}

function CollectionList({ label, collections }: { label: string; collections: CollectionCard[] }) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {collections.map(({ id, name, note, shared, mine, owner, count, updatedAt }) => (
        <li key={id} className="border-t border-line py-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={`/library/collections/${id}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center font-heading text-xl wrap-anywhere"
            >
              {name}
            </Link>
            {mine && shared ? <Tag tone="canal">Shared</Tag> : null}
          </p>
          {note ? <p className="mt-1 line-clamp-2 max-w-[66ch]">{note}</p> : null}
          <p className="mt-1 text-sm text-muted">
            {[
              count === 1 ? '1 case study' : `${count} case studies`,
              ...(mine ? [] : [`shared by ${owner}`]),
              `changed ${londonDate(updatedAt)}`,
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
