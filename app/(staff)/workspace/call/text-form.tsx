'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import type { CallView } from '@/lib/data/calls'
import { contactPlaceholder } from '@/lib/domain/call-text'

import { saveText } from './actions'

/** What the call's page says. */
export function TextForm({ call }: { call: CallView }) {
  return (
    <ActionForm
      action={saveText}
      submit="Save text"
      done="Saved. The public page shows it now."
      version={call.version}
      guarded
    >
      {errorOf => (
        <>
          <input type="hidden" name="callId" value={call.id} />
          <Field
            name="name"
            label="Short name"
            hint="For the titles of windows and for mails."
            defaultValue={call.name}
            error={errorOf('name')}
          />
          <TextArea name="title" label="Title" rows={3} defaultValue={call.title} error={errorOf('title')} />
          <TextArea
            name="introduction"
            label="Introduction"
            hint="An empty line begins a new paragraph."
            rows={10}
            defaultValue={call.introduction}
            error={errorOf('introduction')}
          />
          <TextArea
            name="closingWords"
            label="Closing words (optional)"
            hint={`Shown after the prompts. ${contactPlaceholder} stands for the contact address.`}
            rows={4}
            defaultValue={call.closingWords}
            error={errorOf('closingWords')}
          />
          <Field
            name="commissioner"
            label="Commissioned by (optional)"
            defaultValue={call.commissioner}
            error={errorOf('commissioner')}
          />
          <Field
            name="contactEmail"
            type="email"
            label="Contact address"
            defaultValue={call.contactEmail}
            error={errorOf('contactEmail')}
          />
          <Field
            name="minutesNeeded"
            label="Minutes needed to answer"
            inputMode="numeric"
            width="number"
            defaultValue={call.minutesNeeded}
            error={errorOf('minutesNeeded')}
          />
          <Field
            name="reportExpected"
            label="When the report is expected (optional)"
            defaultValue={call.reportExpected}
            error={errorOf('reportExpected')}
          />
          <TextArea
            name="outcome"
            label="Outcome (optional)"
            hint="What came of it: shown when the call has closed."
            rows={4}
            defaultValue={call.outcome}
            error={errorOf('outcome')}
          />
          <TextArea
            name="communities"
            label="Communities (optional)"
            hint="What a respondent may choose from, one a line."
            rows={8}
            defaultValue={call.communities.join('\n')}
            error={errorOf('communities')}
          />
        </>
      )}
    </ActionForm>
  )
}
