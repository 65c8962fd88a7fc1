import Link from 'next/link'

import { Section } from '@/components/site/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { MyWork, WaitingView } from '@/lib/data/my-work'
import { stageNames, stages } from '@/lib/domain/submission'
import { emptyFilter, filterAddress, type SubmissionFilter } from '@/lib/domain/submission-filter'

const list = (filter: Partial<SubmissionFilter>) =>
  filterAddress('/workspace/submissions', { ...emptyFilter, ...filter })

/** Submissions that are assigned to the viewer, and what is new. */
export function MySubmissions({ work }: { work: MyWork }) {
  if (!work.toCode) return null
  return (
    <Section title="Submissions" id="submissions">
      <ul className="mb-6 flex flex-wrap gap-3">
        {stages.map(stage => (
          <Count
            key={stage}
            href={list({ mine: true, stage: [stage] })}
            count={work.byStage.find(found => found.stage === stage)?.count ?? 0}
            label={`yours, ${stageNames[stage].toLowerCase()}`}
          />
        ))}
        <Count href={list({ stage: ['NEW'] })} count={work.fresh ?? 0} label="new, in all" />
        {work.toSettle === null ? null : (
          <Count href={list({ stage: ['CODED'] })} count={work.toSettle} label="coded in all, to settle" />
        )}
        {work.heldBack ? (
          <Count href="/workspace/intake/quarantine" count={work.heldBack} label="held back, to look through" />
        ) : null}
      </ul>
      <div className="flex flex-col gap-6">
        <Rows caption="Double codings for you to settle: both have finished" rows={work.toCompare} page="/settle" />
        <Rows
          caption="Double codings for you to finish: what you code is yours alone until both have"
          rows={work.toFinish}
        />
        <Rows caption="Yours to code, the longest waiting first" rows={work.toCode} />
        {work.toCode.length + work.toFinish.length === 0 ? (
          <EmptyState
            title="Nothing of yours is left to code"
            action={
              <Link href={list({ stage: ['NEW'] })} prefetch={false}>
                Look at new submissions
              </Link>
            }
          >
            Open a submission and assign it to yourself to find it here.
          </EmptyState>
        ) : null}
        <Rows caption="You have finished these, and they wait to be settled" rows={work.finished} />
      </div>
    </Section>
  )
}

type RowsProps = { caption: string; rows: WaitingView[]; page?: string }

/** Submissions with the way to each, or to a page below it; nothing where there are none. */
function Rows({ caption, rows, page = '' }: RowsProps) {
  if (rows.length === 0) return null
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">Reference</th>
          <th scope="col">Stage</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ reference, title, stage }) => (
          <tr key={reference}>
            <th scope="row">
              <Link href={`/workspace/submissions/${reference}${page}`} prefetch={false}>
                {title}
              </Link>
            </th>
            <td className="whitespace-nowrap tabular-nums">{reference}</td>
            <td>
              <Tag>{stageNames[stage]}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Count({ href, count, label }: { href: string; count: number; label: string }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="flex min-h-control items-baseline gap-2 rounded-md border border-line bg-sheet px-4 py-2 text-ink no-underline hover:border-canal hover:underline"
      >
        <span className="text-xl font-semibold tabular-nums">{count.toLocaleString('en-GB')}</span> {label}
      </Link>
    </li>
  )
}
