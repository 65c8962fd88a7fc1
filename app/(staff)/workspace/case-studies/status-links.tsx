import Link from 'next/link'

import { addressWith } from '@/lib/domain/address'
import { caseStudyStatuses, caseStudyStatusNames, type CaseStudyStatus } from '@/lib/domain/case-study'

type StatusLinksProps = { path: string; current: CaseStudyStatus | null; counts: Record<CaseStudyStatus, number> }

/** The list by status, each with how many it holds. */
export function StatusLinks({ path, current, counts }: StatusLinksProps) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const links = [
    { status: null, href: path, label: 'All', count: total },
    ...caseStudyStatuses.map(status => ({
      status,
      href: addressWith(path, { status }),
      label: caseStudyStatusNames[status],
      count: counts[status],
    })),
  ]
  return (
    <nav aria-label="Case studies by status">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ status, href, label, count }) => (
          <li key={label}>
            <Link
              href={href}
              prefetch={false}
              aria-current={status === current ? 'page' : undefined}
              className="inline-flex min-h-control items-center gap-2 rounded-md border-2 border-line px-3 text-ink no-underline hover:underline aria-[current]:border-canal aria-[current]:bg-canal-tint aria-[current]:font-semibold"
            >
              {label} <span className="text-muted tabular-nums">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
