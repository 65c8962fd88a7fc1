import Link from 'next/link'

import { Tag } from '@/components/ui/tag'
import type { FollowUpRow } from '@/lib/data/follow-ups'
import { outcomeNames } from '@/lib/domain/follow-up'
import { londonDateTime, londonShortDate } from '@/lib/domain/london-time'

/** The queue, one respondent a row: who they are, and how far it has come. Never how to reach them. */
export function FollowUpRows({ rows }: { rows: FollowUpRow[] }) {
  return (
    <ul aria-label="Follow-ups" className="border-t border-line">
      {rows.map(row => (
        <li
          key={row.reference}
          className="grid gap-x-8 gap-y-2 border-b border-line py-4 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
        >
          <div className="min-w-0">
            <Link
              href={`/workspace/follow-ups/${row.reference}`}
              prefetch={false}
              className="inline-block min-h-6 font-semibold break-words"
            >
              {row.title}
            </Link>
            <p className="text-sm text-muted">
              <span className="tabular-nums">{row.reference}</span> · {row.organisationName}
            </p>
            <p dir="auto" className="mt-1 break-words">
              <span className="text-muted">Best times:</span> {row.bestTimes || 'not given'}
            </p>
          </div>
          <div className="flex min-w-0 flex-col items-start gap-1">
            <Due row={row} />
            <p>{progress(row)}</p>
            <p className="text-sm text-muted">
              {row.taker
                ? `Taken by ${row.taker.mine ? 'you' : `${row.taker.name}, ${row.taker.team}`}`
                : 'Nobody has taken it'}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Due({ row: { closedAt, nextAt, due } }: { row: FollowUpRow }) {
  if (closedAt) return <Tag>Closed {londonShortDate(closedAt)}</Tag>
  if (!nextAt) return <Tag>No date yet</Tag>
  return (
    <Tag tone={due ? 'furnace' : 'canal'} className="tabular-nums">
      {due ? 'Due' : 'Next'} {londonDateTime(nextAt)}
    </Tag>
  )
}

function progress({ attempts, last }: FollowUpRow): string {
  if (!last) return 'Not tried'
  const tried = attempts === 1 ? '1 call' : `${attempts} calls`
  return `${tried}, last ${londonShortDate(last.at)}: ${outcomeNames[last.outcome].toLowerCase()}`
}
