import type { ReactNode } from 'react'

/** Says on every page that nothing here is real. `full` where the page has no middle column. */
export function DemonstrationBanner({
  title,
  full,
  children,
}: {
  title: string
  full?: boolean
  children?: ReactNode
}) {
  return (
    <div role="region" aria-label={title} className="no-print border-b border-line bg-furnace-tint py-2 text-sm">
      <p className={full ? 'px-4 lg:px-6' : 'mx-auto max-w-6xl px-4 sm:px-8'}>
        <strong>{title}</strong> {children}
      </p>
    </div>
  )
}
