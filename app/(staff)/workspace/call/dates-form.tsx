'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'

import { closeNow, openNow, saveDates } from './actions'

type Props = {
  callId: string
  version: number
  state: 'notOpen' | 'open' | 'closed' | 'outcome'
  graceHours: number
  /** As `datetime-local` fields have them, in the region's time. */
  opensAt: string
  closesAt: string
  analysisClosesAt: string
}

/** When the call opens and closes, and the two buttons that do it now. */
export function DatesForm({ callId, version, state, graceHours, ...times }: Props) {
  const which = <input type="hidden" name="callId" value={callId} />
  return (
    <div className="flex flex-col gap-10">
      <ActionForm
        action={saveDates}
        submit="Save dates"
        done="Saved. The public page shows them now."
        version={version}
      >
        {errorOf => (
          <>
            {which}
            <p className="max-w-[60ch] text-muted">All times are those of the West Midlands, with summer time.</p>
            <Field
              name="opensAt"
              type="datetime-local"
              label="Opens (optional)"
              hint="Leave it empty to open the call by hand."
              width="medium"
              defaultValue={times.opensAt}
              error={errorOf('opensAt')}
            />
            <Field
              name="closesAt"
              type="datetime-local"
              label="Closes (optional)"
              hint="The moment itself is too late: for the end of a day, enter 00:00 of the next one."
              width="medium"
              defaultValue={times.closesAt}
              error={errorOf('closesAt')}
            />
            <Field
              name="graceHours"
              label="Hours of grace"
              hint="How long after closing a draft that was begun before can still be sent."
              inputMode="numeric"
              width="number"
              defaultValue={graceHours}
              error={errorOf('graceHours')}
            />
            <Field
              name="analysisClosesAt"
              type="datetime-local"
              label="Analysis closes (optional)"
              hint="Until then respondents can withdraw what they sent."
              width="medium"
              defaultValue={times.analysisClosesAt}
              error={errorOf('analysisClosesAt')}
            />
          </>
        )}
      </ActionForm>
      <section aria-labelledby="now" className="border-t border-line pt-6">
        <h2 id="now" className="mb-3 text-lg">
          {state === 'open' ? 'Close it now' : 'Open it now'}
        </h2>
        {state === 'open' ? (
          <ActionForm action={closeNow} submit="Close the call now" variant="danger" small version={version}>
            {which}
            <p className="max-w-[60ch] text-muted">
              Nobody can begin an answer any more. To open it again, set a new closing time.
            </p>
          </ActionForm>
        ) : (
          <ActionForm action={openNow} submit="Open the call" small version={version}>
            {which}
            <p className="max-w-[60ch] text-muted">It needs a closing time that is still to come.</p>
          </ActionForm>
        )}
      </section>
    </div>
  )
}
