import Link from 'next/link'

import { DecisionTag, StageTag } from '@/components/submission/progress-tags'
import { MarkedText } from '@/components/submission/marked-text'
import { Tag } from '@/components/ui/tag'
import type { SubmissionRowView } from '@/lib/data/submission-list'
import { languageName } from '@/lib/domain/language'
import { londonShortDate } from '@/lib/domain/london-time'

/** The list itself: each title leads to its submission. */
export function SubmissionRows({ rows }: { rows: SubmissionRowView[] }) {
  return (
    <ol aria-label="Submissions" className="mt-3 border-t border-line">
      {rows.map(row => (
        <li
          key={row.reference}
          className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[auto_minmax(0,1fr)_15rem]"
        >
          <input
            type="checkbox"
            form="bulk"
            name="reference"
            value={row.reference}
            aria-label={`Select ${row.title}`}
            className="tick mt-1"
          />
          <div className="min-w-0">
            <h2 className="text-lg leading-snug">
              <Link href={`/workspace/submissions/${row.reference}`} prefetch={false} className="inline-block min-h-6">
                {row.title}
              </Link>
            </h2>
            <p>{row.organisationName}</p>
            <p className="text-sm text-muted">{row.places.join(', ')}</p>
            {row.excerpt ? <ExcerptLine excerpt={row.excerpt} /> : null}
            {row.senders > 1 ? (
              <p className="text-sm font-semibold">
                <Link href={`/workspace/submissions/${row.reference}#campaign`} prefetch={false}>
                  1 text, {row.senders} senders
                </Link>
              </p>
            ) : null}
          </div>
          <div className="flex flex-col gap-1 text-sm max-md:col-start-2">
            <p className="flex flex-wrap gap-1.5">
              <StageTag stage={row.stage} />
              {row.decision ? <DecisionTag decision={row.decision} /> : null}
              {row.unseenCorrection ? <Tag tone="furnace">Corrected since</Tag> : null}
            </p>
            <p>{row.assignees.length > 0 ? row.assignees.map(named).join(', ') : 'Nobody assigned'}</p>
            <p className="text-muted">
              {counted(row.codings, 'coding')} · {counted(row.tags, 'tag')} · {counted(row.comments, 'comment')}
            </p>
          </div>
          <p className="col-start-2 -col-end-1 text-sm text-muted tabular-nums">
            {row.reference} · received{' '}
            <time dateTime={row.submittedAt} className="whitespace-nowrap">
              {londonShortDate(row.submittedAt)}
            </time>
            {row.language && row.language !== 'en' ? ` · in ${languageName(row.language)}` : ''}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** Where the words stand that were looked for. */
function ExcerptLine({ excerpt: { place, by, text } }: { excerpt: NonNullable<SubmissionRowView['excerpt']> }) {
  const where = {
    evidence: '',
    note: 'In a note or a document: ',
    memo: `Memo by ${by}: `,
    comment: `Comment by ${by}: `,
  }
  return (
    <p dir="auto" className="mt-1 max-w-[75ch] text-sm">
      {where[place] ? <span className="text-muted">{where[place]}</span> : null}
      <MarkedText text={text} />
    </p>
  )
}

function named({ name, team }: { name: string; team: string }) {
  return team ? `${name} (${team})` : name
}

function counted(count: number, what: string) {
  return `${count} ${count === 1 ? what : `${what}s`}`
}
