'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import type { Result } from '@/lib/result'

import { review, sendCaseStudy, unpublish, withdraw } from '@/app/(staff)/workspace/case-studies/actions'

import { settleText } from '@/components/writing/written-form'

type At = { id: string; version: number }

function Which({ id, version }: At) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}

// Reviewers read what is saved: what was typed last is saved first.
async function sendWhatIsSaved(before: Result | null, form: FormData) {
  const settled = await settleText()
  if (settled && !settled.ok) return settled
  if (settled) form.set('version', String(settled.value.version))
  return sendCaseStudy(before, form)
}

export function SendForm(at: At) {
  return (
    // Another version is another text: what was missing in the one before is not said of it.
    <ActionForm key={at.version} action={sendWhatIsSaved} submit="Send for review">
      <Which {...at} />
    </ActionForm>
  )
}

export function ReviewForm(at: At) {
  return (
    <ActionForm action={review} submit="Send your review">
      {errorOf => (
        <>
          <Which {...at} />
          <Radios
            name="verdict"
            label="Your review"
            error={errorOf('verdict')}
            choices={[
              { value: 'APPROVE', label: 'Approve it' },
              { value: 'REQUEST_CHANGES', label: 'Request changes' },
            ]}
          />
          <TextArea
            name="note"
            label="Note"
            hint="What should change. Optional when you approve, and when you have commented on passages."
            error={errorOf('note')}
            rows={4}
          />
        </>
      )}
    </ActionForm>
  )
}

export function UnpublishForm(at: At) {
  return (
    <ActionForm action={unpublish} submit="Unpublish" variant="secondary" small>
      <Which {...at} />
    </ActionForm>
  )
}

/** It cannot be undone, so the end of its address has to be typed. */
export function WithdrawForm({ slug, ...at }: At & { slug: string }) {
  return (
    <Disclosure summary="Withdraw for good">
      <ActionForm action={withdraw} submit="Withdraw" variant="danger" small>
        {errorOf => (
          <>
            <Which {...at} />
            <input type="hidden" name="slug" value={slug} />
            <p>This cannot be undone. Its page will say that it is gone.</p>
            <Field
              name="typed"
              label={`To confirm, enter ${slug}`}
              error={errorOf('typed')}
              width="full"
              autoComplete="off"
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
