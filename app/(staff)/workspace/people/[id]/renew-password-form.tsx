'use client'

import { ActionForm } from '@/components/ui/action-form'

import { renewAccountPassword } from '@/app/(staff)/workspace/people/actions'
import { NewPassword } from '@/app/(staff)/workspace/people/new-password'

export function RenewPasswordForm({ id, version }: { id: string; version: number }) {
  return (
    <ActionForm action={renewAccountPassword} version={version} submit="Make a new password" variant="secondary">
      {(_, renewed) => (
        <>
          <input type="hidden" name="id" value={id} />
          {renewed ? <NewPassword password={renewed.password} /> : null}
        </>
      )}
    </ActionForm>
  )
}
