import * as z from 'zod/mini'

import { isEmailAddress } from './email-address'
import { roles } from './person'
import { lineInput } from './text-input'
import { normaliseLine } from './text-normal'

const address = z
  .string('Enter an email address')
  .check(
    z.overwrite(normaliseLine),
    z.toLowerCase(),
    z.minLength(1, { error: 'Enter an email address', abort: true }),
    z.maxLength(254, { error: 'Email address must be 254 characters or less', abort: true }),
    z.refine(isEmailAddress, 'Enter an email address in the correct format, like name@example.com'),
  )
const role = z.enum(roles, 'Select a role')
const version = z.coerce.number().check(z.int(), z.positive())

/** A new account. The team is its short name, and empty for roles that belong to none. */
export const NewPerson = z.object({
  name: lineInput({ name: 'Name', most: 200, missing: 'Enter a name' }),
  email: address,
  role,
  team: z._default(z.string(), ''),
})
export type NewPerson = z.infer<typeof NewPerson>

/** What an administrator changes about an account, and the version that was read. */
export const PersonChange = z.object({ id: z.uuid(), version, role, team: z._default(z.string(), '') })
export type PersonChange = z.infer<typeof PersonChange>

/** An account, and the version of it that was read. */
export const PersonAt = z.object({ id: z.uuid(), version })
