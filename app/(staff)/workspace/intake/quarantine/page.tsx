import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Main, PageTitle } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { currentCall } from '@/lib/data/calls'
import { listQuarantine, type QuarantinedView } from '@/lib/data/quarantine'
import { londonDateTime } from '@/lib/domain/london-time'
import { suspicionNames } from '@/lib/domain/spam'
import { answerNames } from '@/lib/domain/submission'
import { requireViewer } from '@/lib/session'
import { release } from './actions'

export const metadata: Metadata = { title: 'Quarantine' }

export default async function QuarantinePage() {
  const [viewer, call] = await Promise.all([requireViewer(), currentCall()])
  const held = await listQuarantine(viewer, call.id)
  if (!held) notFound()
  return (
    <Main>
      <BackLink href="/workspace/intake">Intake</BackLink>
      <PageTitle
        title="Quarantine"
        lead="Responses that a machine seems to have sent. Their senders were given a reference. Release those that people wrote; leave the others here. Nothing is deleted."
      />
      {held.rows.length === 0 ? <EmptyState title="Nothing is held back" /> : null}
      {held.total > held.rows.length ? (
        <p className="mb-4 text-muted">
          The newest {held.rows.length} of {held.total.toLocaleString('en-GB')}.
        </p>
      ) : null}
      <ul className="flex flex-col gap-6">
        {held.rows.map(row => (
          <li key={row.reference}>
            <Held row={row} />
          </li>
        ))}
      </ul>
    </Main>
  )
}

function Held({ row }: { row: QuarantinedView }) {
  return (
    <article aria-labelledby={row.reference} className="rounded-md border border-line bg-sheet p-5">
      <h2 id={row.reference} className="text-lg">
        {row.title}
      </h2>
      <p className="text-muted">
        {row.organisationName} · <span className="tabular-nums">{row.reference}</span> ·{' '}
        {londonDateTime(row.submittedAt)}
      </p>
      <ul className="my-3 list-disc pl-5">
        {row.reasons.map(reason => (
          <li key={reason}>{suspicionNames[reason]}</li>
        ))}
      </ul>
      <dl className="mb-4 flex flex-col gap-3">
        {row.answers.map(({ field, body }) => (
          <div key={field}>
            <dt className="font-semibold">{answerNames[field]}</dt>
            <dd dir="auto" className="max-w-[70ch] break-words whitespace-pre-line">
              {body}
            </dd>
          </div>
        ))}
        {row.links.length > 0 ? (
          <div>
            <dt className="font-semibold">Links</dt>
            <dd className="break-words whitespace-pre-line">{row.links.join('\n')}</dd>
          </div>
        ) : null}
      </dl>
      <ActionForm action={release} submit="Release it" variant="secondary" small label={`Release ${row.reference}`}>
        <input type="hidden" name="reference" value={row.reference} />
      </ActionForm>
    </article>
  )
}
