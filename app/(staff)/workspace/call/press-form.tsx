'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import type { CallView } from '@/lib/data/calls'

import { savePress } from './actions'

/** What the press page says. */
export function PressForm({ call }: { call: CallView }) {
  const { press } = call
  return (
    <ActionForm
      action={savePress}
      submit="Save press page"
      done="Saved. The press page shows it now."
      version={call.version}
      guarded
    >
      {errorOf => (
        <>
          <input type="hidden" name="callId" value={call.id} />
          <Field
            name="pressHeadline"
            label="Headline (optional)"
            width="full"
            defaultValue={press.headline}
            error={errorOf('pressHeadline')}
          />
          <TextArea
            name="pressSummary"
            label="Summary (optional)"
            defaultValue={press.summary}
            error={errorOf('pressSummary')}
          />
          <TextArea
            name="pressFacts"
            label="Key facts (optional)"
            hint="One a line: its name, a colon, what is so. For example “Commissioned by: West Midlands Combined Authority”."
            defaultValue={press.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')}
            error={errorOf('pressFacts')}
          />
          <TextArea
            name="pressNotes"
            label="Notes to editors (optional)"
            defaultValue={press.notes}
            error={errorOf('pressNotes')}
          />
          <TextArea
            name="pressContact"
            label="Press contact (optional)"
            rows={3}
            defaultValue={press.contact}
            error={errorOf('pressContact')}
          />
          <Field
            name="pressReleaseTitle"
            label="Title of the published press release (optional)"
            width="full"
            defaultValue={press.releaseTitle}
            error={errorOf('pressReleaseTitle')}
          />
          <Field
            name="pressReleaseUrl"
            type="url"
            label="Its web address (optional)"
            hint="Begins with https://"
            width="full"
            defaultValue={press.releaseUrl}
            error={errorOf('pressReleaseUrl')}
          />
        </>
      )}
    </ActionForm>
  )
}
