'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import type { TeamRef } from '@/lib/domain/person'

import { createAccount } from '@/app/(staff)/workspace/people/actions'
import { NewPassword } from '@/app/(staff)/workspace/people/new-password'
import { RoleFields } from '@/app/(staff)/workspace/people/role-fields'

export function NewAccountForm({ teams }: { teams: TeamRef[] }) {
  return (
    <ActionForm action={createAccount} submit="Create account" done="The account is created.">
      {(errorOf, created) => (
        <>
          {created ? <NewPassword password={created.password} email={created.email} /> : null}
          <Field name="name" label="Name" autoComplete="off" width="medium" error={errorOf('name')} />
          <Field
            name="email"
            label="Email address"
            type="email"
            autoComplete="off"
            spellCheck={false}
            width="medium"
            error={errorOf('email')}
          />
          <RoleFields teams={teams} errorOf={errorOf} />
        </>
      )}
    </ActionForm>
  )
}
