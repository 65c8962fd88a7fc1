import { NewPerson } from '@/lib/domain/account'
import { roles } from '@/lib/domain/person'
import { type Verb } from './verb'

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value.trim() : '')

/** Makes an account; without `--password` one is made up and shown once. */
export const createUser: Verb = {
  usage:
    '--email you@example.org --name "Your Name" --role administrator|lead|researcher|wmca-staff [--team Wolverhampton|BVSC|Coventry]',
  says: 'makes an account and prints its first password once',
  async run(given) {
    const { createPerson } = await import('@/lib/data/people')
    const { generatePassword } = await import('@/lib/data/passwords')
    const wanted = text(given.role).toUpperCase().replace('-', '_')
    const role = roles.find(known => known === wanted)
    if (!role) throw new Error('Give a role: --role administrator, lead, researcher or wmca-staff.')
    const password = text(given.password) || generatePassword()
    const person = NewPerson.safeParse({
      email: text(given.email),
      name: text(given.name),
      role,
      team: text(given.team),
    })
    if (!person.success) throw new Error(person.error.issues.map(issue => issue.message).join('\n'))
    const result = await createPerson('portal', { ...person.data, password })
    if (!result.ok) {
      const said = [result.message, ...Object.values(result.fields ?? {}).flatMap(sentences => sentences ?? [])]
      throw new Error([...new Set(said)].join('\n'))
    }
    const told = text(given.password)
      ? []
      : [`The first password is ${password}`, 'It is not shown again: change it at /account.']
    return [`The account of ${text(given.email)} is made.`, ...told]
  },
}
