import Link from 'next/link'

import { Tag } from '@/components/ui/tag'
import type { VersionRow } from '@/lib/data/case-study-versions'
import { addressWith } from '@/lib/domain/address'
import { versionKindNames } from '@/lib/domain/case-study-version'
import { londonDateTime } from '@/lib/domain/london-time'

type VersionListProps = { id: string; rows: VersionRow[]; to: number | null }

/** All versions, the latest first. Each leads to what it changed, and to how it differs from the text as it stands. */
export function VersionList({ id, rows, to }: VersionListProps) {
  const path = `/workspace/case-studies/${id}/versions`
  const standing = rows.find(row => row.current)?.number
  return (
    <ol className="border-t border-line">
      {rows.map(({ number, kind, by, savedAt, current }) => (
        <li key={number} className="border-b border-line py-3">
          <p className="flex flex-wrap items-center gap-2">
            <Link
              href={addressWith(path, { to: String(number) })}
              prefetch={false}
              aria-current={number === to ? 'true' : undefined}
              className="inline-block min-h-6 font-semibold"
            >
              Version {number}
            </Link>
            {current ? <Tag tone="moss">As it stands</Tag> : null}
          </p>
          <p className="text-sm">
            {versionKindNames[kind]} · {by}
          </p>
          <p className="text-sm text-muted">
            <time dateTime={savedAt.toISOString()}>{londonDateTime(savedAt)}</time>
          </p>
          {standing && !current ? (
            <p className="text-sm">
              <Link
                href={addressWith(path, { from: String(standing), to: String(number) })}
                prefetch={false}
                className="inline-block min-h-6"
              >
                Compare version {number} with the text as it stands
              </Link>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
