import Link from 'next/link'
import type { ComponentProps } from 'react'

import { Chevron } from './disclosure'

/** Where a page lies. The page itself is not among the items. */
export function Breadcrumbs({ label, items }: { label: string; items: { href: string; label: string }[] }) {
  return (
    <nav aria-label={label} className="mb-4">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-2">
            {index > 0 ? <Chevron className="text-muted" /> : null}
            <Link href={item.href} prefetch={false} className="inline-flex min-h-control items-center">
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** To the step before. On top of a page, before `main`'s heading. */
export function BackLink({ children, href }: Pick<ComponentProps<typeof Link>, 'children' | 'href'>) {
  return (
    <Link href={href} prefetch={false} className="mb-4 inline-flex min-h-control items-center gap-2">
      <Chevron className="rotate-180" />
      {children}
    </Link>
  )
}
