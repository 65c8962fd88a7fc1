'use client'

import { useState } from 'react'

import { CopyButton } from '@/components/case-study/copy-button'
import { ButtonRow, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { mailAddress } from '@/lib/domain/invitation'

const copyWords = {
  copy: 'Copy the text',
  copied: 'Copied.',
  refused: 'The browser does not allow copying here. Mark the text and copy it by hand.',
}

/** A mail to be changed, copied, or opened in the reader's own program. The portal sends and keeps none of it. */
export function InvitationText(composed: { subject: string; body: string }) {
  const [subject, setSubject] = useState(composed.subject)
  const [body, setBody] = useState(composed.body)
  return (
    <div className="flex flex-col gap-4">
      <Field
        name="subject"
        label="Subject"
        width="full"
        value={subject}
        onChange={({ target }) => setSubject(target.value)}
      />
      <TextArea
        name="body"
        label="Text"
        hint="Change it as you like. The portal neither sends nor keeps it."
        rows={18}
        value={body}
        onChange={({ target }) => setBody(target.value)}
      />
      <ButtonRow>
        <LinkButton href={mailAddress({ subject, body })}>Open in your mail program</LinkButton>
        <CopyButton text={body} words={copyWords} describedBy="body-hint" />
      </ButtonRow>
    </div>
  )
}
