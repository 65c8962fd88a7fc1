'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import type { FollowUpView } from '@/lib/data/follow-up'
import { toLondonField } from '@/lib/domain/london-time'

import { changeClosing, changePlan, changeTaker } from './actions'

/** Who makes the call: taken, taken over, or handed back. */
export function TakingForm({ reference, taker }: { reference: string; taker: FollowUpView['taker'] }) {
  const mine = taker?.mine ?? false
  return (
    <>
      <p className="mb-4">
        {taker ? (mine ? 'You have taken this call.' : `${taker.name}, ${taker.team}`) : 'Nobody has taken it.'}
      </p>
      <ActionForm
        action={changeTaker}
        submit={mine ? 'Hand it back' : taker ? `Take it over from ${taker.name}` : 'Take this call'}
        variant="secondary"
        small
        label="Who calls"
      >
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="taken" value={mine ? 'no' : 'yes'} />
        <input type="hidden" name="from" value={taker?.id ?? ''} />
      </ActionForm>
    </>
  )
}

/** When to call next, in the region's time, with a file for one's own calendar once it is set. */
export function PlanForm({ reference, nextAt }: { reference: string; nextAt: string | null }) {
  return (
    <>
      {/* A new date comes from the server, which an uncontrolled field takes only when it is made anew. */}
      <ActionForm
        key={nextAt ?? ''}
        action={changePlan}
        submit="Save the date"
        variant="secondary"
        small
        done="Saved."
        label="Next call"
      >
        {errors => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <Field
              id="plan-nextAt"
              name="nextAt"
              type="datetime-local"
              label="Day and time"
              hint="UK time. Empty: no date."
              defaultValue={toLondonField(nextAt)}
              error={errors('nextAt')}
              width="full"
            />
          </>
        )}
      </ActionForm>
      {nextAt ? (
        <p className="mt-4">
          <a href={`/api/workspace/follow-ups/${reference}/calendar.ics`} download className="inline-block min-h-6">
            Save to your calendar
          </a>{' '}
          <span className="text-sm text-muted">Without name or number.</span>
        </p>
      ) : null}
    </>
  )
}

/** Closes a follow-up, or opens it again. */
export function ClosingForm({ reference, closed }: { reference: string; closed: boolean }) {
  return (
    <ActionForm
      action={changeClosing}
      submit={closed ? 'Reopen the follow-up' : 'Close the follow-up'}
      variant="secondary"
      small
      label="Closing"
    >
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="closed" value={closed ? 'no' : 'yes'} />
      <p className="text-muted">
        {closed ? 'Nobody calls any more, until somebody opens it again.' : 'It leaves the queue, and can be reopened.'}
      </p>
    </ActionForm>
  )
}
