import { WorkProgress } from '@/components/site/work-progress'
import { Notice } from '@/components/ui/notice'
import type { AgreementRunView } from '@/lib/data/agreement-runs'
import type { ComparedUnit } from '@/lib/domain/agreement-words'
import { londonDateTime } from '@/lib/domain/london-time'

import { ReportView } from './report-view'

type Props = { run: AgreementRunView; path: string; unit: ComparedUnit | null }

/** A measurement: how far it is, that it failed, or what it found. `path` is the page that shows it. */
export function RunView({ run, path, unit }: Props) {
  const { resamples, seed } = run.options
  return (
    <>
      <p className="mb-4 text-muted">
        {run.requestedBy}, {londonDateTime(run.createdAt)}.{' '}
        {resamples === 0
          ? 'Without intervals.'
          : `Intervals from ${resamples.toLocaleString('en-GB')} samples with the seed “${seed}”.`}
        {run.report ? (
          <>
            {' '}
            {/* a file to save, not a page to go to */}
            <a href={`/workspace/agreement/${run.id}/table.csv`} download>
              Save the table as CSV
            </a>
          </>
        ) : null}
      </p>
      {run.status === 'WAITING' || run.status === 'RUNNING' ? (
        <WorkProgress waiting={run.status === 'WAITING'} percent={run.progress} />
      ) : run.report ? (
        <ReportView run={run.id} report={run.report} path={path} unit={unit} />
      ) : run.status === 'FAILED' ? (
        <Notice tone="furnace" title="This measurement failed">
          Nothing was changed. A lead can measure again; if it fails again, tell who runs the portal.
        </Notice>
      ) : (
        <Notice title="These figures cannot be shown any more">They were kept in an older form. Measure again.</Notice>
      )}
    </>
  )
}
