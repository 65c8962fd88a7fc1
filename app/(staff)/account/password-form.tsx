'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { passwordLength } from '@/lib/domain/password'

import { changeOwnPassword } from './actions'

export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm
      action={changeOwnPassword}
      submit="Change password"
      done="Your password is changed. Your other sessions have ended."
    >
      {errorOf => (
        <>
          <input type="hidden" name="email" autoComplete="username" value={email} />
          <Field
            name="current"
            label="Current password"
            type="password"
            autoComplete="current-password"
            width="medium"
            error={errorOf('current')}
          />
          <Field
            name="next"
            label="New password"
            hint={`${passwordLength.least} characters or more. A few words that only you would put together are easy to remember and hard to guess.`}
            type="password"
            autoComplete="new-password"
            width="medium"
            error={errorOf('next')}
          />
        </>
      )}
    </ActionForm>
  )
}
