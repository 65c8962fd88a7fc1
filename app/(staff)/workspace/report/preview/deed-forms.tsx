'use client'

import { keepWords, publish, review, sendReport } from '@/app/(staff)/workspace/report/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'

// Another version is another text: what was said of the one before, or typed about it, is not taken over.
type At = { version: number }

export function SendForm({ version }: At) {
  return (
    <ActionForm key={version} action={sendReport} submit="Send for review" version={version}>
      <p>All teams are asked to approve it as it stands here.</p>
    </ActionForm>
  )
}

export function ReviewForm({ version }: At) {
  return (
    <ActionForm key={version} action={review} submit="Send your review" version={version}>
      {errorOf => (
        <>
          <Radios
            name="verdict"
            label="Your team’s word on it"
            error={errorOf('verdict')}
            choices={[
              { value: 'APPROVE', label: 'Approve it' },
              { value: 'REQUEST_CHANGES', label: 'Request changes' },
            ]}
          />
          <TextArea
            name="note"
            label="Note"
            hint="What should change, and in which section. Optional when you approve."
            error={errorOf('note')}
            rows={4}
          />
        </>
      )}
    </ActionForm>
  )
}

/** Gives readers an edition. From the second on it says what it changes. */
export function PublishForm({ version, number }: At & { number: number }) {
  return (
    <ActionForm key={version} action={publish} submit={`Publish edition ${number}`} version={version}>
      {errorOf => (
        <>
          <p>Readers get it at once. Its figures and tables keep the numbers of this moment.</p>
          {number > 1 ? (
            <TextArea
              name="changes"
              label="What this edition changes"
              hint="Readers see it beside the edition."
              error={errorOf('changes')}
              rows={4}
            />
          ) : null}
        </>
      )}
    </ActionForm>
  )
}

/** `at` tells its fields from those of others. */
export function KeepForm({ words, at }: { words: string; at: number }) {
  const prefix = `keep-${at}-`
  return (
    <Disclosure
      summary={
        <span>
          Say why it can stay<span className="sr-only">: “{words}”</span>
        </span>
      }
    >
      <ActionForm action={keepWords} submit="Let it stay" variant="secondary" idPrefix={prefix} small>
        {errorOf => (
          <>
            <input type="hidden" name="words" value={words} />
            <Field
              id={`${prefix}reason`}
              name="reason"
              label="Why these words can stay"
              error={errorOf('reason')}
              maxLength={300}
              width="full"
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
