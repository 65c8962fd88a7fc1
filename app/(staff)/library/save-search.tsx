'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'

import { keepSearch } from './searches/actions'

/** Keeps the present filters under a name, with mails about what is new unless they are not wished. */
export function SaveSearch({ query }: { query: string }) {
  return (
    <Disclosure summary="Save this search" className="no-print mt-2">
      <ActionForm
        action={keepSearch}
        submit="Save search"
        variant="secondary"
        done="Saved. You find it under “Saved searches”."
        label="Save this search"
      >
        {errors => (
          <>
            <input type="hidden" name="query" value={query} />
            <Field name="name" id="search-name" label="Name of the search" error={errors('name')} maxLength={100} />
            <Checkbox
              name="mail"
              id="search-mail"
              label="Send me a mail when something new is approved that matches"
              defaultChecked
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
