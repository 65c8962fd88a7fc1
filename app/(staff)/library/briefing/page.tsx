import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { StandingTag } from '@/app/(staff)/library/standing-tag'
import { Main, PageTitle } from '@/components/site/page'
import { BackLink } from '@/components/ui/back-link'
import { Button, LinkButton } from '@/components/ui/button'
import { Checkbox, Radios } from '@/components/ui/choices'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { readChosenStudies } from '@/lib/data/briefings'
import { getCollection } from '@/lib/data/collections'
import {
  briefingFormats,
  briefingOrderNames,
  briefingOrders,
  chosenAddress,
  mostBriefed,
  movedUp,
  readBriefingChoice,
  readChosen,
} from '@/lib/domain/briefing'
import { requireViewer } from '@/lib/session'

import { ChosenList } from './chosen-list'

const path = '/library/briefing'
const formatNames = { pdf: 'PDF, to read and to print', docx: 'Word (DOCX), to edit' }

export const metadata: Metadata = { title: 'Make a briefing' }

export default async function BriefingPage({ searchParams }: PageProps<'/library/briefing'>) {
  const [viewer, asked] = await Promise.all([requireViewer(), searchParams])
  const choice = readBriefingChoice(asked)
  const [studies, collection] = await Promise.all([
    readChosenStudies(viewer, choice.with),
    choice.collection ? getCollection(viewer, choice.collection) : null,
  ])
  if (!studies) notFound()
  const slugs = studies.map(study => study.slug)
  const at = (chosen: string[]) => chosenAddress(path, chosen, collection?.id)
  const over = readChosen(asked).length - mostBriefed
  return (
    <Main>
      <BackLink href={collection ? `/library/collections/${collection.id}` : '/library'}>
        {collection ? collection.name : 'Library'}
      </BackLink>
      <PageTitle
        title="Make a briefing"
        lead="Case studies as a document to hand on, each with how it was approved and what consent allows."
      />
      {studies.length === 0 ? (
        <EmptyState
          title="No case study is chosen"
          action={
            <LinkButton href="/library" variant="secondary">
              Choose case studies
            </LinkButton>
          }
        >
          <p>Select them in the library or in a collection, then choose “Make a briefing”.</p>
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          {over > 0 ? (
            <Notice tone="furnace" title={`A briefing holds ${mostBriefed} case studies`}>
              <p>The first {mostBriefed} are here. Make another one of the rest.</p>
            </Notice>
          ) : null}
          {studies.some(study => !study.publishedAt) ? (
            <Notice tone="neutral" title="Some of it is not public yet">
              <p>The briefing says so. Keep it within the authority.</p>
            </Notice>
          ) : null}
          <ChosenList
            studies={studies.map(({ slug, title, publishedAt }, index) => ({
              slug,
              title,
              mark: <StandingTag study={{ publishedAt }} />,
              up: index > 0 ? at(movedUp(slugs, index)) : null,
              away: at(slugs.filter(other => other !== slug)),
            }))}
          />
          <form method="get" action="/api/library/briefing" aria-label="Briefing" className="flex flex-col gap-6">
            {slugs.map(slug => (
              <input key={slug} type="hidden" name="with" value={slug} />
            ))}
            {collection ? <input type="hidden" name="collection" value={collection.id} /> : null}
            <Field
              name="title"
              label="Title"
              defaultValue={collection?.name ?? ''}
              maxLength={120}
              hint="Left empty, the briefing gets one"
            />
            <Field name="for" label="For whom (optional)" maxLength={120} hint="It stands on the cover" />
            <Radios
              name="order"
              label="Order"
              defaultValue="chosen"
              inline
              choices={briefingOrders.map(value => ({ value, label: briefingOrderNames[value] }))}
            />
            {collection ? <Checkbox name="notes" label="With the notes of the collection" defaultChecked /> : null}
            <Radios
              name="format"
              label="Format"
              defaultValue="pdf"
              inline
              choices={briefingFormats.map(value => ({ value, label: formatNames[value] }))}
            />
            <div>
              <Button>Download the briefing</Button>
            </div>
          </form>
        </div>
      )}
    </Main>
  )
}
