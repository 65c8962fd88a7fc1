import Link from 'next/link'

import { ActionForm } from '@/components/ui/action-form'
import { Tag } from '@/components/ui/tag'
import type { ExportView } from '@/lib/data/exports'
import { exportFormatNames, exportKindNames } from '@/lib/domain/export'
import { londonDateTime } from '@/lib/domain/london-time'
import { sizeInWords } from '@/lib/domain/material'

import { removeExport } from './actions'

/** One's own exports, each with how it stands and what can be done with it. */
export function ExportList({ rows }: { rows: readonly ExportView[] }) {
  return (
    <ul aria-label="Your exports" className="border-t border-line">
      {rows.map(row => (
        <li
          key={row.id}
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-b border-line py-4"
        >
          <div className="flex min-w-0 flex-col gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{nameOf(row)}</span>
              <State row={row} />
            </p>
            <p className="text-sm text-muted">
              {row.list ? (
                <>
                  Of{' '}
                  <Link href={row.list} prefetch={false} className="inline-block min-h-6">
                    this list
                  </Link>
                </>
              ) : (
                'Of what was ticked'
              )}
              , asked for on {londonDateTime(row.createdAt)}
              {row.status === 'DONE' && row.expiresAt ? `. It goes on ${londonDateTime(row.expiresAt)}.` : '.'}
            </p>
          </div>
          <Deeds row={row} />
        </li>
      ))}
    </ul>
  )
}

const nameOf = ({ what, format }: ExportView) => `${exportKindNames[what]}, ${exportFormatNames[format]}`

const underWay = ({ status }: ExportView) => status === 'WAITING' || status === 'RUNNING'

function State({ row }: { row: ExportView }) {
  const { id, status, progress, rows, bytes } = row
  if (status === 'FAILED') return <Tag tone="furnace">Failed: export it again</Tag>
  if (status === 'DONE') {
    const counted = rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`
    return (
      <Tag tone="moss">
        Ready: {counted}, {sizeInWords(bytes ?? 0)}
      </Tag>
    )
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor={`progress-${id}`}>{status === 'WAITING' ? 'Waiting for its turn' : `${progress}% done`}</label>
      <progress id={`progress-${id}`} max={100} value={progress} className="w-40 accent-canal" />
    </span>
  )
}

function Deeds({ row }: { row: ExportView }) {
  const named = <span className="sr-only"> {nameOf(row)}</span>
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {row.status === 'DONE' ? (
        // no link of the router: each look at it is a download, and is written down
        <a href={`/api/workspace/exports/${row.id}`} className="inline-flex min-h-control items-center font-semibold">
          Download{named}
        </a>
      ) : null}
      <ActionForm
        action={removeExport}
        submit={
          <span>
            {underWay(row) ? 'Cancel' : 'Delete'}
            {named}
          </span>
        }
        variant="quiet"
        small
      >
        <input type="hidden" name="id" value={row.id} />
      </ActionForm>
    </div>
  )
}
