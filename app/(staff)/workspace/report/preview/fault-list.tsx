import Link from 'next/link'

import type { ReportFault } from '@/lib/domain/report-faults'

/** What readers would stumble over, each with the way to its section. */
export function FaultList({ faults }: { faults: ReportFault[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {faults.map(({ sectionId, section, sentence }, index) => (
        <li key={`${sectionId}-${index}`} className="border-l-4 border-furnace pl-3">
          <Link
            href={`/workspace/report/sections/${sectionId}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center font-semibold"
          >
            {section}
          </Link>
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  )
}
