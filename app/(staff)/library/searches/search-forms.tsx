'use client'

import { ActionForm } from '@/components/ui/action-form'

import { removeSearch, switchMail } from './actions'

/** Stops the mails of a search or asks for them, and deletes it. */
export function SearchForms({ id, name, mail }: { id: string; name: string; mail: boolean }) {
  const named = (what: string) => (
    <span>
      {what}
      <span className="sr-only"> {name}</span>
    </span>
  )
  return (
    <div className="flex flex-wrap gap-x-2">
      <ActionForm
        action={switchMail}
        submit={named(mail ? 'Stop mails' : 'Send me mails')}
        variant="secondary"
        small
        label={`Mails of ${name}`}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="mail" value={mail ? 'no' : 'yes'} />
      </ActionForm>
      <ActionForm action={removeSearch} submit={named('Delete')} variant="quiet" small label={`Delete ${name}`}>
        <input type="hidden" name="id" value={id} />
      </ActionForm>
    </div>
  )
}
