import Link from 'next/link'
import type { ReactNode } from 'react'

type Chosen = { slug: string; title: string; mark: ReactNode; up: string | null; away: string }

/** What will be in the briefing, in its order. Each change is another address. */
export function ChosenList({ studies }: { studies: Chosen[] }) {
  const look = 'inline-flex min-h-control items-center text-sm'
  return (
    <ol aria-label="In this briefing" className="flex flex-col">
      {studies.map(({ slug, title, mark, up, away }, index) => (
        <li key={slug} className="flex flex-wrap items-center gap-x-4 border-t border-line py-1">
          <span className="min-w-0 flex-1 basis-60">
            {index + 1}. {title}
          </span>
          {mark}
          {up ? (
            <Link href={up} prefetch={false} className={look}>
              Move up<span className="sr-only"> {title}</span>
            </Link>
          ) : null}
          <Link href={away} prefetch={false} className={look}>
            Take away<span className="sr-only"> {title}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
