import Link from 'next/link'

import { Swatch, Tag } from '@/components/ui/tag'
import type { PassageView } from '@/lib/data/passages'

import { CopyPassage } from './copy-passage'

/** Coded words with what stands around them, and where they come from. */
export function PassageList({ rows }: { rows: PassageView[] }) {
  return (
    <ol aria-label="Passages" className="mt-4 border-t border-line">
      {rows.map(row => (
        <li key={row.id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="inline-flex items-center gap-2 font-semibold">
              <Swatch colour={row.code.colour} />
              {row.code.name}
            </span>
            <span className="text-muted">
              {row.coder.name}
              {row.coder.team ? `, ${row.coder.team}` : ''}
            </span>
            {row.agreed ? <Tag tone="moss">Agreed</Tag> : null}
          </p>
          <blockquote dir="auto" className="mt-1 max-w-[75ch] whitespace-pre-line">
            <span className="text-muted">{row.before}</span>
            <strong className="bg-canal-tint font-semibold">{row.quotation}</strong>
            <span className="text-muted">{row.after}</span>
          </blockquote>
          {row.memo ? (
            <p className="mt-1 max-w-[75ch] text-sm">
              <span className="font-semibold">Memo:</span> {row.memo}
            </p>
          ) : null}
          <p className="mt-1 flex flex-wrap items-center gap-x-4 text-sm text-muted">
            <span>
              {row.field} ·{' '}
              <Link href={`/workspace/submissions/${row.reference}`} prefetch={false} className="inline-block min-h-6">
                {row.title}
              </Link>{' '}
              · {row.organisationName}
              {row.places.length > 0 ? ` · ${row.places.join(', ')}` : ''} ·{' '}
              <span className="whitespace-nowrap tabular-nums">{row.reference}</span>
            </span>
            <CopyPassage text={cited(row)} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The passage as it is cited: “…” (reference, organisation, place). */
function cited({ quotation, reference, organisationName, places }: PassageView): string {
  return `“${quotation}” (${[reference, organisationName, ...places].filter(Boolean).join(', ')})`
}
