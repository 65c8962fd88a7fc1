'use client'

import { putMailAside } from '@/app/(staff)/workspace/intake/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'

/** Sets a mail aside, with the reason. */
export function AsideForm({ id }: { id: string }) {
  return (
    <ActionForm action={putMailAside} submit="Set aside" variant="secondary" small>
      {errorOf => (
        <>
          <input type="hidden" name="id" value={id} />
          <Field
            name="reason"
            label="Why it is no response"
            hint="For example, an advertisement or a question."
            error={errorOf('reason')}
            autoComplete="off"
          />
        </>
      )}
    </ActionForm>
  )
}
