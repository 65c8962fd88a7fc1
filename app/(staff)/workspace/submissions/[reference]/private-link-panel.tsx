'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'

import { sendNewLink } from './actions'

/** For a respondent who lost the link to their own page. */
export function PrivateLinkPanel({ reference }: { reference: string }) {
  const other = (error: (name: string) => string | undefined) => (
    <Field
      name="address"
      label="Email address"
      type="email"
      autoComplete="off"
      spellCheck={false}
      error={error('address')}
    />
  )
  return (
    <>
      <p className="mb-2 max-w-[60ch] text-muted">
        The respondent’s own page is opened by a private link. If they lost it, send them a new one: older links then
        open nothing.
      </p>
      <Disclosure summary="Send a new link">
        <ActionForm action={sendNewLink} submit="Send the link" done="The link is on its way." variant="secondary">
          {error => (
            <>
              <input type="hidden" name="reference" value={reference} />
              <Radios
                name="to"
                label="Where to"
                error={error('to')}
                defaultValue="GIVEN"
                choices={[
                  { value: 'GIVEN', label: 'The address that was given with the evidence' },
                  { value: 'OTHER', label: 'Another address, that you have checked', reveal: other(error) },
                ]}
              />
              <Field name="asker" label="Who asked for it" error={error('asker')} />
              <TextArea
                name="checked"
                label="How you checked that it is theirs"
                hint="For example: called the organisation back on the number on its website. Kept as a comment below."
                rows={2}
                error={error('checked')}
              />
            </>
          )}
        </ActionForm>
      </Disclosure>
    </>
  )
}
