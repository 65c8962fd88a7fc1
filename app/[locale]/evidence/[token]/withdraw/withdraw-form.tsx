'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import type { Result } from '@/lib/result'

type WithdrawFormProps = {
  token: string
  action: (before: Result | null, form: FormData) => Promise<Result>
  words: { label: string; hint: string; button: string }
}

/** The one deed that cannot be undone asks for the reference to be typed. */
export function WithdrawForm({ token, action, words }: WithdrawFormProps) {
  return (
    <ActionForm action={action} submit={words.button} variant="danger" className="gap-6">
      {error => (
        <>
          <input type="hidden" name="token" value={token} />
          <Field
            name="reference"
            label={words.label}
            hint={words.hint}
            width="medium"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            error={error('reference')}
          />
        </>
      )}
    </ActionForm>
  )
}
