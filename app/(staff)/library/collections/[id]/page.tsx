import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import * as z from 'zod/mini'

import { PickBar } from '@/app/(staff)/library/picking'
import { Main, PageTitle, Section } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { getCollection } from '@/lib/data/collections'
import { chosenAddress, mostBriefed } from '@/lib/domain/briefing'
import { londonDate } from '@/lib/domain/london-time'
import { requireViewer } from '@/lib/session'

import { CollectionForms } from './collection-forms'
import { CollectionItems } from './collection-items'

type Props = PageProps<'/library/collections/[id]'>

const Id = z.uuid()

async function read({ params }: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  return { collection: Id.safeParse(id).success ? await getCollection(viewer, id) : null }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).collection?.name ?? 'Collection' }
}

export default async function CollectionPage(props: Props) {
  const { collection } = await read(props)
  if (!collection) notFound()
  const { id, name, note, mine, owner, sharedAt, items } = collection
  const slugs = items.flatMap(({ study }) => study?.slug ?? []).slice(0, mostBriefed)
  return (
    <Main width="wide">
      <BackLink href="/library/collections">Collections</BackLink>
      <PageTitle
        caption={standingOf(mine, owner, sharedAt)}
        title={<span className="wrap-anywhere">{name}</span>}
        lead={note ? <p className="wrap-anywhere whitespace-pre-line">{note}</p> : null}
        actions={
          slugs.length > 0 ? (
            <LinkButton href={chosenAddress('/library/briefing', slugs, id)}>Make a briefing of it</LinkButton>
          ) : null
        }
      />
      {items.length > 0 ? (
        <div>
          <CollectionItems collectionId={id} mine={mine} items={items} />
          <PickBar collection={id} gathers />
        </div>
      ) : (
        <EmptyState
          title="Nothing is in it yet"
          action={
            <LinkButton href="/library" variant="secondary">
              Look in the library
            </LinkButton>
          }
        >
          <p>Select case studies in the library and choose “Add to a collection”.</p>
        </EmptyState>
      )}
      {mine ? (
        <div className="no-print">
          <Section title="Change this collection" id="change">
            <CollectionForms collection={collection} />
          </Section>
        </div>
      ) : null}
    </Main>
  )
}

function standingOf(mine: boolean, owner: string, sharedAt: string | null): string {
  if (!mine) return `Shared by ${owner}`
  return sharedAt ? `Your collection, shared with WMCA staff since ${londonDate(sharedAt)}` : 'Your collection, private'
}
