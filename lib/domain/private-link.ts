import * as z from 'zod/mini'

import { isEmailAddress } from './email-address'
import { lineInput, paragraphsInput } from './text-input'

/** A new private link, as staff ask for it: to the address that was given, or to another one; who asked; how that was checked. */
export const NewLink = z
  .object({
    reference: z.string().check(z.maxLength(40)),
    to: z.enum(['GIVEN', 'OTHER'], 'Select where to send it'),
    address: lineInput({ name: 'Email address', most: 254 }),
    asker: lineInput({ name: 'Who asked for it', most: 200, missing: 'Enter who asked for it' }),
    checked: paragraphsInput({
      name: 'How you checked',
      most: 1000,
      missing: 'Enter how you checked that it is theirs',
    }),
  })
  .check(
    z.refine(({ to, address }) => to === 'GIVEN' || isEmailAddress(address), {
      path: ['address'],
      error: 'Enter an email address in the correct format, like name@example.com',
    }),
  )
export type NewLink = z.infer<typeof NewLink>
