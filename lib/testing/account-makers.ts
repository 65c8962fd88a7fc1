import { createPerson } from '@/lib/data/people'
import { beginSession, findViewer } from '@/lib/data/sessions'
import { db } from '@/lib/db'
import type { Role, Viewer } from '@/lib/domain/person'

export const testPassword = 'a password for tests'

/** Makes an account `<name>@portal.example`, and the team where the role needs one. Answers its id. */
export async function makeAccount(name: string, role: Role): Promise<{ id: string; email: string }> {
  await db.team.upsert({ where: { short: 'BVSC' }, create: { short: 'BVSC', name: 'BVSC' }, update: {} })
  const email = `${name}@portal.example`
  const made = await createPerson('portal', { email, name, role, team: 'BVSC', password: testPassword })
  if (!made.ok) throw new Error(made.message)
  return { ...made.value, email }
}

/** Signs an account in and answers the secret of its session. */
export async function signInAs(email: string): Promise<string> {
  const begun = await beginSession({
    email,
    password: testPassword,
    network: '203.0.113.7',
    userAgent: 'Firefox/140.0',
  })
  if (!begun.ok) throw new Error(begun.message)
  return begun.value.token
}

/** The viewer of a session that must be in force. */
export async function viewerWith(token: string): Promise<Viewer> {
  const viewer = await findViewer(token)
  if (!viewer) throw new Error('The session is not in force.')
  return viewer
}
