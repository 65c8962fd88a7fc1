import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { Main, PageTitle } from '@/components/site/page'
import { ActionForm } from '@/components/ui/action-form'
import { BackLink } from '@/components/ui/back-link'
import { getSubmission, type SubmissionView } from '@/lib/data/submissions'
import { differencesOf } from '@/lib/domain/differences'
import { londonShortDate } from '@/lib/domain/london-time'
import { may } from '@/lib/domain/policy'
import { answerFields, answerNames, organisationTypeNames } from '@/lib/domain/submission'
import { requireViewer } from '@/lib/session'

import { merge } from './actions'

export const metadata: Metadata = { title: 'Side by side' }

const bothLive = { status: 'SUBMITTED', into: { status: 'SUBMITTED' } } as const

export default async function ComparePage({ params }: PageProps<'/workspace/submissions/[reference]/compare/[other]'>) {
  const [viewer, asked] = await Promise.all([requireViewer(), params])
  const [left, right] = await Promise.all([getSubmission(viewer, asked.reference), getSubmission(viewer, asked.other)])
  if (!left || !right || left.reference === right.reference) notFound()
  const mayMerge = may(viewer, 'mergeSubmissions', bothLive)
  return (
    <Main width="full">
      <BackLink href={`/workspace/submissions/${left.reference}`}>{left.reference}</BackLink>
      <PageTitle
        title="Side by side"
        lead="Words that only one of the two has are marked. Merging keeps both as they were sent: one is read and counted, the other leads to it."
      />
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        <Heading submission={left}>{mayMerge ? <Merge keep={left} other={right} /> : null}</Heading>
        <Heading submission={right}>{mayMerge ? <Merge keep={right} other={left} /> : null}</Heading>
        {rowsOf(left, right).map(({ label, left: a, right: b }) => {
          const found = differencesOf(a, b)
          return (
            <section key={label} aria-label={label} className="grid gap-x-10 gap-y-3 md:col-span-2 md:grid-cols-2">
              <h2 className="text-lg md:col-span-2">{label}</h2>
              <Side of={left} stretches={found.left} />
              <Side of={right} stretches={found.right} />
            </section>
          )
        })}
      </div>
    </Main>
  )
}

function Heading({ submission, children }: { submission: SubmissionView; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-3 rounded-md border border-line bg-sheet p-5">
      <h2 dir="auto" className="text-xl break-words">
        <Link href={`/workspace/submissions/${submission.reference}`} prefetch={false}>
          {submission.title}
        </Link>
      </h2>
      <p className="text-muted">
        {submission.reference} · received {londonShortDate(submission.submittedAt)}
      </p>
      {children}
    </div>
  )
}

function Merge({ keep, other }: { keep: SubmissionView; other: SubmissionView }) {
  return (
    <ActionForm action={merge} submit={`Keep ${keep.reference}, merge the other into it`} variant="secondary" small>
      <input type="hidden" name="reference" value={other.reference} />
      <input type="hidden" name="into" value={keep.reference} />
    </ActionForm>
  )
}

function Side({ of, stretches }: { of: SubmissionView; stretches: { text: string; own: boolean }[] }) {
  return (
    <p dir="auto" className="max-w-[70ch] font-serif break-words whitespace-pre-wrap">
      <span className="sr-only">{of.reference}: </span>
      {stretches.length === 0 ? <span className="text-muted">Nothing</span> : null}
      {stretches.map(({ text, own }, index) =>
        own ? (
          <mark key={index} className="bg-canal-tint text-ink underline decoration-2 underline-offset-4">
            {text}
          </mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  )
}

function rowsOf(left: SubmissionView, right: SubmissionView) {
  const row = (label: string, of: (submission: SubmissionView) => string) => ({
    label,
    left: of(left),
    right: of(right),
  })
  const rows = [
    row('Title', ({ title }) => title),
    row('Organisation', ({ organisationName, organisationType }) => `${organisationName}, ${organisationTypeNames[organisationType]}`), // prettier-ignore
    row('Places', ({ places, neighbourhood }) => [...places, neighbourhood ?? ''].filter(Boolean).join(', ')),
    row('Themes', ({ themes }) => themes.join(', ')),
    ...answerFields.map(field =>
      row(answerNames[field], ({ answers }) => answers.find(answer => answer.field === field)?.body ?? ''),
    ),
    row('Links', ({ links }) => links.join('\n')),
  ]
  return rows.filter(({ left: a, right: b }) => a !== '' || b !== '')
}
