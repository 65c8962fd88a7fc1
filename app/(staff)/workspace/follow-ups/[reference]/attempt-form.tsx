'use client'

import { useEffect, useRef, useState } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { callOutcomes, outcomeNames, type CallOutcome } from '@/lib/domain/follow-up'
import { toLondonField } from '@/lib/domain/london-time'

import { addAttempt } from './actions'

const hints: Record<CallOutcome, string> = {
  REACHED: 'Closes the follow-up, unless you agree on another call.',
  NO_ANSWER: 'It stays in the queue.',
  CALL_BACK: 'They asked to be called at another time.',
  WRONG_NUMBER: 'It stays in the queue: they may correct their number.',
  DECLINED: 'Closes the follow-up.',
}

/** One call: how it went, when, what was said, and when to call next. `formId` is this form's until its call is saved. */
export function AttemptForm({ reference, formId }: { reference: string; formId: string }) {
  // kept while the page around it is read anew: only the same id tells that the same call is sent again
  const [id, setId] = useState(formId)
  const [declined, setDeclined] = useState(false)
  const now = useRef<HTMLInputElement>(null)
  // the clock of whoever calls, which a page made on a server does not know; not as something that was typed
  const setNow = () => {
    if (now.current) now.current.defaultValue = toLondonField(new Date())
  }
  useEffect(setNow, [])
  return (
    <ActionForm
      action={addAttempt}
      submit="Save the call"
      done="Saved."
      label="Write down a call"
      guarded
      onDone={() => {
        setId(crypto.randomUUID())
        setDeclined(false)
        setNow()
      }}
    >
      {errors => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="reference" value={reference} />
          <div onChange={event => setDeclined(isDeclined(event.target) ?? declined)}>
            <Choice error={errors('outcome')} />
          </div>
          {declined ? <NoMore error={errors('noMore')} /> : null}
          <Field
            ref={now}
            name="calledAt"
            type="datetime-local"
            label="When did you call?"
            hint="UK time"
            error={errors('calledAt')}
            width="medium"
          />
          <TextArea
            name="note"
            label="Note (optional)"
            hint="What they said. It is read and coded like an answer, so leave out numbers and private things."
            error={errors('note')}
          />
          {declined ? null : (
            <Field
              name="nextAt"
              type="datetime-local"
              label="Next call (optional)"
              hint="UK time"
              error={errors('nextAt')}
              width="medium"
            />
          )}
        </>
      )}
    </ActionForm>
  )
}

function isDeclined(target: EventTarget): boolean | null {
  return target instanceof HTMLInputElement && target.name === 'outcome' ? target.value === 'DECLINED' : null
}

function Choice({ error }: { error: string | undefined }) {
  return (
    <Radios
      name="outcome"
      label="How did it go?"
      error={error}
      choices={callOutcomes.map(value => ({ value, label: outcomeNames[value], hint: hints[value] }))}
    />
  )
}

function NoMore({ error }: { error: string | undefined }) {
  return (
    <Radios
      name="noMore"
      label="May we still telephone them at another time?"
      hint="Ask them. A no is recorded as their answer: their number is erased, and nobody can call them any more."
      error={error}
      choices={[
        { value: 'yes', label: 'Yes, they only declined this call' },
        { value: 'no', label: 'No, record that they do not wish to be telephoned' },
      ]}
    />
  )
}
