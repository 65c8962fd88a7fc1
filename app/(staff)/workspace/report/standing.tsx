import Link from 'next/link'

import type { ReportView } from '@/lib/data/reports'
import { londonDateTime } from '@/lib/domain/london-time'

type Standing = Pick<ReportView, 'status' | 'waitingFor' | 'publishable' | 'editions'>

/** What comes next, in a sentence or two. */
export function nextStep({ status, waitingFor, publishable, editions }: Standing): string {
  switch (status) {
    case 'DRAFT':
      return editions.length > 0
        ? 'It has changed since its last edition. All teams approve it before readers get the next.'
        : 'The teams are writing it. It is sent for review from the page that shows it as readers will get it.'
    case 'CHANGES_REQUESTED':
      return 'Change what the reviews ask for, then send it for review again.'
    case 'IN_REVIEW':
      return `Still to approve: ${waitingFor.join(', ')}. A change takes it back to draft.`
    case 'APPROVED':
      return publishable
        ? 'All teams have approved it. You can publish it. A change takes it back to draft.'
        : 'All teams have approved it. A lead can publish it. A change takes it back to draft.'
    case 'PUBLISHED':
      return 'Readers have it as it stands. What you write now is for its next edition.'
  }
}

/** What the teams have said about it, the latest first. */
export function WordList({ words, version }: Pick<ReportView, 'words' | 'version'>) {
  if (words.length === 0) return <p className="text-muted">Nobody has reviewed it yet.</p>
  return (
    <ul className="flex flex-col gap-3">
      {words.toReversed().map(word => (
        <li key={`${word.by}-${word.at.toISOString()}`} className="border-t border-line pt-3 first:border-0 first:pt-0">
          <p>
            <span className="font-semibold">{word.by}</span> ({word.team}){' '}
            {word.verdict === 'APPROVE' ? 'approved it' : 'asked for changes'}
          </p>
          <p className="text-sm text-muted">
            <time dateTime={word.at.toISOString()}>{londonDateTime(word.at)}</time>
            {word.version === version ? '' : ', before later changes'}
          </p>
          {word.note ? <p className="mt-1 wrap-anywhere whitespace-pre-line">{word.note}</p> : null}
        </li>
      ))}
    </ul>
  )
}

/** What readers have got so far, the newest first. */
export function EditionList({ editions }: Pick<ReportView, 'editions'>) {
  if (editions.length === 0) return <p className="text-muted">Nothing is published yet.</p>
  return (
    <ul className="flex flex-col gap-3">
      {editions.map(({ number, publishedAt, changes }, index) => (
        <li key={number}>
          <p>
            <Link
              href={index === 0 ? '/report' : `/report/editions/${number}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center font-semibold"
            >
              Edition {number}
            </Link>
          </p>
          <p className="text-sm text-muted">
            <time dateTime={publishedAt.toISOString()}>{londonDateTime(publishedAt)}</time>
          </p>
          {changes ? <p className="wrap-anywhere whitespace-pre-line">{changes}</p> : null}
        </li>
      ))}
    </ul>
  )
}
