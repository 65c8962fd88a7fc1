import Link from 'next/link'

import type { AgreementRunInBrief } from '@/lib/data/agreement-runs'
import { londonDateTime } from '@/lib/domain/london-time'

const states: Record<AgreementRunInBrief['status'], string> = {
  WAITING: 'waiting',
  RUNNING: 'under way',
  DONE: 'done',
  FAILED: 'failed',
}

export function RunList({ runs }: { runs: readonly AgreementRunInBrief[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {runs.map(run => (
        <li key={run.id}>
          <Link href={`/workspace/agreement/${run.id}`} prefetch={false} className="inline-flex min-h-6 items-center">
            {londonDateTime(run.createdAt)}
          </Link>
          , {run.requestedBy}, {states[run.status]}
        </li>
      ))}
    </ul>
  )
}
