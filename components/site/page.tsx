import type { ReactNode } from 'react'

import { classNames } from '@/components/ui/class-names'

const widths = { text: 'max-w-200', wide: 'max-w-6xl', full: '' }

/** The one `main` of a page; the skip link leads here. `text` for reading and forms, `wide` for grids and lists. */
export function Main({ width = 'text', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={classNames('w-full', widths[width])}>
      {children}
    </main>
  )
}

type PageTitleProps = { title: ReactNode; caption?: ReactNode; lead?: ReactNode; actions?: ReactNode; large?: boolean }

/** The heading of a page: a caption above it, a lead below, what can be done at its side. */
export function PageTitle({ title, caption, lead, actions, large }: PageTitleProps) {
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        {caption ? <p className="mb-2 text-muted">{caption}</p> : null}
        <h1 className={large ? 'max-w-[20ch] text-4xl' : 'max-w-[30ch]'}>{title}</h1>
        {lead ? <div className="mt-3 max-w-[60ch] text-lg">{lead}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  )
}

/** A part of a page under its own heading, with room above. */
export function Section({
  title,
  id,
  children,
  className,
}: {
  title: ReactNode
  id?: string
  children: ReactNode
  className?: string
}) {
  return (
    <section aria-labelledby={id} className={classNames('mt-12 border-t border-line pt-6', className)}>
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      {children}
    </section>
  )
}
