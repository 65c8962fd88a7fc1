'use client'

import { ActionForm } from '@/components/ui/action-form'
import type { PersonView } from '@/lib/data/people'
import type { TeamRef } from '@/lib/domain/person'

import { changeAccount } from '@/app/(staff)/workspace/people/actions'
import { RoleFields } from '@/app/(staff)/workspace/people/role-fields'

export function AccountForm({ person, teams }: { person: PersonView; teams: TeamRef[] }) {
  return (
    <ActionForm action={changeAccount} version={person.version} submit="Save role and team" done="Saved.">
      {errorOf => (
        <>
          <input type="hidden" name="id" value={person.id} />
          <RoleFields teams={teams} errorOf={errorOf} role={person.role} team={person.team?.short} />
        </>
      )}
    </ActionForm>
  )
}
