import Link from 'next/link'
import type { ReactNode } from 'react'

/** `what` completes the action's label for those who hear links without their row: "Change" + "your name". */
export type Description = {
  term: ReactNode
  value: ReactNode
  action?: { href: string; label: string; what: string } | undefined
}

/** Answers with a way to change each: the check page, and facts about a thing. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="max-w-4xl border-t border-line">
      {items.map((item, index) => (
        <div
          key={index}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(9rem,1fr)_minmax(0,2fr)_auto]"
        >
          <dt className="font-semibold">{item.term}</dt>
          <dd dir="auto" className="min-w-0 break-words whitespace-pre-line">
            {item.value}
          </dd>
          {item.action ? (
            <dd>
              <Link href={item.action.href} prefetch={false} className="-my-2 inline-flex min-h-control items-center">
                {item.action.label}
                <span className="sr-only"> {item.action.what}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
