import { ActionForm } from '@/components/ui/action-form'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { CorrectionView } from '@/lib/data/revisions'
import type { SubmissionView } from '@/lib/data/submissions'
import { londonDateTime } from '@/lib/domain/london-time'

import { noteCorrectionSeen } from './actions'

/** What the respondent corrected, and when. What stood before is kept, with its codings. */
export function CorrectionPanel({
  submission,
  corrections,
}: {
  submission: SubmissionView
  corrections: CorrectionView[]
}) {
  const { reference, unseenCorrection, allows } = submission
  if (corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections" className="mb-3 text-lg">
        Corrections
      </h2>
      {unseenCorrection ? (
        <Notice tone="furnace" title="Corrected after it was settled" className="mb-4">
          <p>Its codings and all figures stand as they were. Look at what changed, and reopen it if that matters.</p>
          {allows.settleCorrection ? (
            <ActionForm action={noteCorrectionSeen} submit="I have looked" variant="secondary" small className="mt-3">
              <input type="hidden" name="reference" value={reference} />
            </ActionForm>
          ) : null}
        </Notice>
      ) : null}
      <ol className="flex flex-col gap-2">
        {corrections.map(({ at, changes }, index) => (
          <li key={at}>
            <Disclosure summary={`${londonDateTime(at)}: ${changed(changes)}`} open={index === 0 && unseenCorrection}>
              <DescriptionList
                items={changes.map(({ label, before, after }) => ({
                  term: label,
                  value: (
                    <>
                      <span className="block text-sm text-muted">Before</span>
                      <span className="block">{before || 'Not answered'}</span>
                      <span className="mt-2 block text-sm text-muted">Since then</span>
                      <span className="block">{after || 'Not answered'}</span>
                    </>
                  ),
                }))}
              />
            </Disclosure>
          </li>
        ))}
      </ol>
    </section>
  )
}

function changed(changes: CorrectionView['changes']): string {
  return changes.map(({ label }, index) => (index === 0 ? label : label.toLowerCase())).join(', ')
}
