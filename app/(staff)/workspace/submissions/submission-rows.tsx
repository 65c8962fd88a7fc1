import Link from 'next/link'

import { DecisionTag, StageTag } from '@/components/submission/progress-tags'
import { Tag } from '@/components/ui/tag'
import type { SubmissionRowView } from '@/lib/data/submission-list'
import { londonShortDate } from '@/lib/domain/london-time'

/** The list itself: each title leads to its submission. */
export function SubmissionRows({ rows }: { rows: SubmissionRowView[] }) {
  return (
    <ol aria-label="Submissions" className="mt-6 border-t border-line">
      {rows.map(row => (
        <li
          key={row.reference}
          className="grid gap-x-8 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_15rem]"
        >
          <div className="min-w-0">
            <h2 className="text-lg leading-snug">
              <Link href={`/workspace/submissions/${row.reference}`} prefetch={false} className="inline-block min-h-6">
                {row.title}
              </Link>
            </h2>
            <p>{row.organisationName}</p>
            <p className="text-sm text-muted">{row.places.join(', ')}</p>
            {row.senders > 1 ? (
              <p className="text-sm font-semibold">
                <Link href={`/workspace/submissions/${row.reference}#campaign`} prefetch={false}>
                  1 text, {row.senders} senders
                </Link>
              </p>
            ) : null}
          </div>
          <div className="flex flex-col gap-1 text-sm">
            <p className="flex flex-wrap gap-1.5">
              <StageTag stage={row.stage} />
              {row.decision ? <DecisionTag decision={row.decision} /> : null}
              {row.unseenCorrection ? <Tag tone="furnace">Corrected since</Tag> : null}
            </p>
            <p>{row.assignees.length > 0 ? row.assignees.map(named).join(', ') : 'Nobody assigned'}</p>
            <p className="text-muted">
              {counted(row.tags, 'tag')} · {counted(row.comments, 'comment')}
            </p>
          </div>
          <p className="text-sm text-muted tabular-nums md:col-span-2">
            {row.reference} · received{' '}
            <time dateTime={row.submittedAt} className="whitespace-nowrap">
              {londonShortDate(row.submittedAt)}
            </time>
          </p>
        </li>
      ))}
    </ol>
  )
}

function named({ name, team }: { name: string; team: string }) {
  return team ? `${name} (${team})` : name
}

function counted(count: number, what: string) {
  return `${count} ${count === 1 ? what : `${what}s`}`
}
