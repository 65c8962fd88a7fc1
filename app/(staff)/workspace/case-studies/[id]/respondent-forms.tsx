'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { yesChannelNames, yesChannels } from '@/lib/domain/case-study'
import { usualDays } from '@/lib/domain/showing'

import { recordYes, show } from './approval-actions'

type At = { id: string; version: number }

export function ShowForm({ id, version, again }: At & { again: boolean }) {
  return (
    <Disclosure summary={again ? 'Show it to them again' : 'Show it to the respondent'}>
      <ActionForm action={show} submit="Show it" done="It is on their private page.">
        {errorOf => (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <p>
              The text goes on the respondent’s private page, as it would be published. Where they gave an email
              address, they are told by email.
            </p>
            <Field
              name="days"
              inputMode="numeric"
              label="After how many days does silence count as a yes?"
              defaultValue={String(usualDays)}
              error={errorOf('days')}
              width="number"
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}

export function YesForm({ id, version, reference, several }: At & { reference: string; several: boolean }) {
  return (
    <Disclosure summary={several ? `Record the yes of ${reference}` : 'Record the respondent’s yes'}>
      <ActionForm action={recordYes} submit="Record their yes">
        {errorOf => (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="reference" value={reference} />
            <Radios
              name="how"
              label="How did they say yes to this text?"
              error={errorOf('how')}
              choices={yesChannels.map(value => ({ value, label: yesChannelNames[value] }))}
            />
            <Field name="on" type="date" label="On which day?" error={errorOf('on')} width="short" />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
