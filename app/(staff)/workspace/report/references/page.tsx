import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { ReportLinks } from '@/app/(staff)/workspace/report/report-links'
import { Main, PageTitle, Section } from '@/components/site/page'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { currentCall } from '@/lib/data/calls'
import { listWorks, type WorkView } from '@/lib/data/report-references'
import { may } from '@/lib/domain/policy'
import { inputOf, workTypeNames } from '@/lib/domain/report-work'
import { requireViewer } from '@/lib/session'

import { AddWorkForm, ChangeWorkForm, RemoveWorkForm } from './work-forms'

export const metadata: Metadata = { title: 'References of the report' }

export default async function ReferencesPage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  if (!may(viewer, 'readReport')) notFound()
  const works = await listWorks(viewer, call.id)
  const editable = may(viewer, 'writeReport')
  return (
    <Main width="wide">
      <PageTitle
        title="References"
        caption="Report"
        lead="Published works that the report can refer to. Readers get those that it does refer to."
      />
      <ReportLinks at="references" />
      {works.length === 0 ? (
        <EmptyState title="No work is here yet">
          <p>Add the first below. A section then refers to it where it is written.</p>
        </EmptyState>
      ) : (
        <ul aria-label="Works" className="border-t border-line">
          {works.map(each => (
            <li key={each.id} className="border-b border-line py-3">
              <Row {...each} editable={editable} />
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <Section title="Add a work" id="add-work">
          <AddWorkForm />
        </Section>
      ) : null}
    </Main>
  )
}

function Row({ id, work, reference, editable }: WorkView & { editable: boolean }) {
  const { before, title, after, url } = reference
  return (
    <>
      <p className="max-w-[75ch] wrap-anywhere">
        {before}
        <cite>{title}</cite>
        {after}{' '}
        {url ? (
          <a href={url} rel="noreferrer">
            {url}
          </a>
        ) : null}
      </p>
      <p className="text-sm text-muted">{workTypeNames[work.type]}</p>
      {editable ? (
        <div className="flex flex-wrap gap-x-6">
          <Disclosure
            summary={
              <span>
                Change<span className="sr-only"> “{work.title}”</span>
              </span>
            }
          >
            <ChangeWorkForm id={id} work={inputOf(work)} />
          </Disclosure>
          <Disclosure
            summary={
              <span>
                Remove<span className="sr-only"> “{work.title}”</span>
              </span>
            }
          >
            <RemoveWorkForm id={id} />
          </Disclosure>
        </div>
      ) : null}
    </>
  )
}
