import * as z from 'zod/mini'

const rule = 'Use small letters, digits and single hyphens, such as meals-on-bikes'

/** The last part of a case study's address, as a lead chooses it. */
export const AddressInput = z.object({
  id: z.uuid(),
  slug: z.pipe(
    z.pipe(
      z.string('Enter the end of the address'),
      z.transform(typed => typed.trim().toLowerCase()),
    ),
    z
      .string()
      .check(
        z.minLength(1, 'Enter the end of the address'),
        z.maxLength(80, 'The end of the address must be 80 characters or less'),
        z.regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, rule),
      ),
  ),
})
export type AddressInput = z.infer<typeof AddressInput>
