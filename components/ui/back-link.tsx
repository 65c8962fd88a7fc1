import Link from 'next/link'
import type { ComponentProps } from 'react'

import { Chevron } from './disclosure'

/** To the step before. On top of a page, before `main`'s heading. */
export function BackLink({ children, href }: Pick<ComponentProps<typeof Link>, 'children' | 'href'>) {
  return (
    <Link href={href} prefetch={false} className="mb-4 inline-flex min-h-control items-center gap-2">
      <Chevron className="rotate-180" />
      {children}
    </Link>
  )
}
