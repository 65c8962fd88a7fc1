import Link from 'next/link'

import type { ReviewChanges } from '@/lib/data/review-changes'
import { londonDateTime } from '@/lib/domain/london-time'
import type { ChangePart } from '@/lib/domain/what-changed'

type Props = { id: string; since: ReviewChanges }

/** What came and what went since a review, in words: marked by lines and said aloud, never by colour alone. */
export function ChangesSince({ id, since: { reviewer, verdict, createdAt, changes } }: Props) {
  const said = verdict === 'APPROVE' ? 'approved it' : 'asked for changes'
  return (
    <section aria-labelledby="changes" className="rounded-md border border-line bg-paper p-4 sm:p-8">
      <h2 id="changes" className="text-2xl">
        What changed since {reviewer} {said}
      </h2>
      <p className="mt-1 text-muted">
        The text of {londonDateTime(createdAt)}, beside the text as it stands. <ins>Added words are underlined</ins>,{' '}
        <del>removed words are struck through</del>.
      </p>
      {changes.length === 0 ? <p className="mt-6">Nothing that readers see has changed.</p> : null}
      {changes.map(({ field, label, parts }) => (
        <section key={field} className="mt-6">
          <h3 className="mb-2 text-lg">{label}</h3>
          <p className="max-w-[70ch] font-serif whitespace-pre-line" dir="auto">
            {parts.map((part, index) => (
              <Part key={index} part={part} />
            ))}
          </p>
        </section>
      ))}
      <p className="mt-8">
        <Link href={`/workspace/case-studies/${id}?view=preview`} className="inline-flex min-h-6 items-center">
          As readers will see it
        </Link>
      </p>
    </section>
  )
}

function Part({ part: { kind, text } }: { part: ChangePart }) {
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark
      className={
        kind === 'added'
          ? 'bg-moss-tint font-semibold underline decoration-2 underline-offset-4'
          : 'bg-furnace-tint line-through decoration-2'
      }
    >
      <span className="sr-only"> {kind === 'added' ? '(added:)' : '(removed:)'} </span>
      {text}
      <span className="sr-only"> (end) </span>
    </Mark>
  )
}
