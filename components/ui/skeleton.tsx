import { classNames } from './class-names'

const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-full', 'w-2/3']

/** The place of text that is on its way. `label` says so to those who can't see it. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number }) {
  return (
    <div role="status" className="flex max-w-2xl flex-col gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden
          className={classNames('h-4 animate-pulse rounded-sm bg-line', widths[line % widths.length])}
        />
      ))}
    </div>
  )
}
