import Link from 'next/link'

import { Chevron } from './disclosure'

type Step = { href: string; label: string }

/** Steps through a list that is paged by key: no page numbers, since rows come and go meanwhile. */
export function Pagination({
  label,
  first,
  newer,
  older,
}: {
  label: string
  /** Where the list begins, for who is far from it. */
  first?: Step | undefined
  newer?: Step | undefined
  older?: Step | undefined
}) {
  if (!first && !newer && !older) return null
  const look = 'inline-flex min-h-control items-center gap-2 font-semibold'
  return (
    <nav aria-label={label} className="mt-8 flex flex-wrap justify-between gap-4 border-t border-line pt-4">
      {first ? (
        <Link href={first.href} prefetch={false} className="inline-flex min-h-control items-center">
          {first.label}
        </Link>
      ) : null}
      {newer ? (
        <Link href={newer.href} rel="prev" prefetch={false} className={look}>
          <Chevron className="rotate-180" />
          {newer.label}
        </Link>
      ) : (
        <span />
      )}
      {older ? (
        <Link href={older.href} rel="next" prefetch={false} className={look}>
          {older.label}
          <Chevron />
        </Link>
      ) : null}
    </nav>
  )
}
