import type { ComponentProps, ReactNode } from 'react'

import { classNames } from './class-names'

/** More to read for those who want it. Needs no script. */
export function Disclosure({
  summary,
  children,
  className,
  ...rest
}: Omit<ComponentProps<'details'>, 'summary'> & { summary: ReactNode }) {
  return (
    <details className={classNames('max-w-full', className)} {...rest}>
      <summary className="inline-flex min-h-control list-none items-center gap-2 text-canal underline underline-offset-4 hover:text-canal-strong [&::-webkit-details-marker]:hidden">
        <Chevron className="transition-transform [details[open]>summary>&]:rotate-90" />
        {summary}
      </summary>
      <div className="mt-2 border-l-4 border-line py-1 pl-5">{children}</div>
    </details>
  )
}

/** The one arrow of the kit, pointing right; turn it with a class. */
export function Chevron({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      className={classNames('size-3 flex-none fill-none stroke-current stroke-2', className)}
    >
      <path d="M4 1.5 8.5 6 4 10.5" />
    </svg>
  )
}
