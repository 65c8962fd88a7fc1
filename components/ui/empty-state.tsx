import type { ReactNode } from 'react'

/** Nothing here: why, and what to do next. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="max-w-2xl rounded-md border-2 border-dashed border-line px-6 py-8">
      <p className="font-heading text-xl">{title}</p>
      {children ? <div className="mt-2 text-muted">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
