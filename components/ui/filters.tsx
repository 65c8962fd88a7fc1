import Link from 'next/link'
import type { ReactNode } from 'react'

import { Button } from './button'
import { classNames } from './class-names'

type FiltersProps = {
  label: string
  action: string
  applyLabel: string
  clear?: { href: string; label: string } | undefined
  /** Two side by side on a phone too: for lists to choose from. */
  narrow?: boolean
  children: ReactNode
}

/** A form whose answers are the address: a view that can be sent to a colleague. Works without script. */
export function Filters({ label, action, applyLabel, clear, narrow, children }: FiltersProps) {
  return (
    <form
      method="get"
      action={action}
      role="search"
      aria-label={label}
      className="rounded-md border border-line bg-sheet p-4"
    >
      <div className={classNames('grid gap-4 sm:grid-cols-2 lg:grid-cols-3', narrow && 'grid-cols-2 items-end')}>
        {children}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button variant="secondary">{applyLabel}</Button>
        {clear ? (
          <Link href={clear.href} prefetch={false} className="inline-flex min-h-control items-center">
            {clear.label}
          </Link>
        ) : null}
      </div>
    </form>
  )
}

/** Each filter that is on, as a link that takes it off. `removeLabel` is heard before the filter's name. */
export function ActiveFilters({
  label,
  removeLabel,
  filters,
}: {
  label: string
  removeLabel: string
  filters: { label: string; href: string }[]
}) {
  if (filters.length === 0) return null
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {filters.map(filter => (
        <li key={filter.label}>
          <Link
            href={filter.href}
            prefetch={false}
            className="inline-flex min-h-control items-center gap-2 rounded-md border border-canal bg-canal-tint px-3 text-ink no-underline hover:underline"
          >
            <span className="sr-only">{removeLabel} </span>
            {filter.label}
            <span aria-hidden>×</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
