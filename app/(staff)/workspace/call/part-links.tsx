import Link from 'next/link'

import { callParts, type CallPart } from './parts'

/** From part to part. */
export function PartLinks({ current }: { current: CallPart }) {
  return (
    <nav aria-label="Parts of the call" className="mb-8 border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {Object.entries(callParts).map(([part, label]) => (
          <li key={part}>
            <Link
              href={`/workspace/call?part=${part}`}
              prefetch={false}
              aria-current={part === current ? 'page' : undefined}
              className="inline-flex min-h-control items-center border-b-4 border-transparent px-3 text-ink no-underline hover:underline aria-[current]:border-canal aria-[current]:font-semibold"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
