'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'

import { sayConflict, takeConflictBack } from './coding-actions'

type Props = {
  reference: string
  interest: { reason: string } | null
  declared: { name: string; team: string; reason: string }[]
}

/** A conflict of interest: to declare one's own and take it back, and for leads what was declared. */
export function InterestForms({ reference, interest, declared }: Props) {
  return (
    <>
      {declared.length > 0 ? (
        <div>
          <h3 id="interests" className="mb-1 font-semibold">
            Conflicts of interest
          </h3>
          <ul aria-labelledby="interests" className="flex flex-col gap-1">
            {declared.map(({ name, team, reason }) => (
              <li key={name} className="break-words whitespace-pre-line">
                {name} <span className="text-sm text-muted">{team}</span>
                {reason ? `: ${reason}` : ''}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {interest ? (
        <ActionForm action={takeConflictBack} submit="Take it back" variant="quiet" small>
          <input type="hidden" name="reference" value={reference} />
          <p>You declared a conflict of interest. You are not assigned to this submission.</p>
        </ActionForm>
      ) : (
        <Disclosure summary="Declare a conflict of interest">
          <ActionForm
            action={sayConflict}
            submit="Declare it"
            variant="secondary"
            small
            label="Declare a conflict of interest"
          >
            <input type="hidden" name="reference" value={reference} />
            <p className="text-sm text-muted">
              You know the organisation, or have a stake in it. You are taken off this submission and not assigned to it
              again. Leads see this.
            </p>
            <TextArea name="reason" id="interest-reason" label="Reason (optional)" rows={2} />
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}
