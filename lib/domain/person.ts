export const roles = ['RESEARCHER', 'LEAD', 'WMCA_STAFF', 'ADMINISTRATOR'] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  RESEARCHER: 'Researcher',
  LEAD: 'Lead',
  WMCA_STAFF: 'WMCA staff',
  ADMINISTRATOR: 'Administrator',
}

export type TeamRef = { id: string; name: string; short: string }

/** The signed-in person on whose behalf something is read or done. Read anew from the database for each request. */
export type Viewer = { id: string; name: string; email: string; role: Role; team: TeamRef | null; sessionId: string }

/** Whether an account is only a name that came with an imported project, with no address to write to. */
export function isImportedName({ email }: { email: string }): boolean {
  return email.endsWith('@imported.invalid')
}

/** Whether the role belongs to one of the research teams. The database holds the same rule (`Person_team`). */
export function needsTeam(role: Role): boolean {
  return role === 'RESEARCHER' || role === 'LEAD'
}
