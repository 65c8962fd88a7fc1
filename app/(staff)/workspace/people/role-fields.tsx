import { Radios } from '@/components/ui/choices'
import { Select } from '@/components/ui/select'
import type { FieldErrors } from '@/components/ui/action-form'
import { roleNames, roles, type Role, type TeamRef } from '@/lib/domain/person'

const may: Record<Role, string> = {
  RESEARCHER: 'Reads, tags and discusses submissions; writes and reviews case studies.',
  LEAD: 'Does the same, and owns the codebook, settles, publishes and edits the call.',
  WMCA_STAFF: 'Reads approved case studies in the library.',
  ADMINISTRATOR: 'Looks after accounts, mail and the audit trail. Takes no research decisions.',
}

type Chosen = { role?: Role; team?: string | undefined }

/** Role and team of an account. Roles outside research belong to no team: what is chosen there is then not kept. */
export function RoleFields({ teams, errorOf, role, team }: Chosen & { teams: TeamRef[]; errorOf: FieldErrors }) {
  return (
    <>
      <Radios
        name="role"
        label="Role"
        error={errorOf('role')}
        defaultValue={role}
        choices={roles.map(value => ({ value, label: roleNames[value], hint: may[value] }))}
      />
      <Select
        name="team"
        label="Team"
        hint="For researchers and leads."
        error={errorOf('team')}
        defaultValue={team ?? ''}
        options={[{ value: '', label: 'None' }, ...teams.map(({ name, short }) => ({ value: short, label: name }))]}
      />
    </>
  )
}
