import * as z from 'zod/mini'

import { lineInput, paragraphsInput } from './text-input'

/** The database checks the length too (`Coding_memo`). */
export const Memo = paragraphsInput({ name: 'Memo', most: 2000 })

export const CodingId = z.uuid()
const reference = z.string().check(z.maxLength(40))
const place = z.number().check(z.int(), z.minimum(-1), z.maximum(10_000_000))

/** A code on words of one version of a text, in code points. `id` is the browser's choice: sent twice, it is made once. */
export const CodingInput = z.object({
  id: z.optional(z.uuid()),
  reference,
  textVersionId: z.uuid(),
  codeId: z.uuid(),
  start: place,
  end: place,
  memo: z._default(Memo, ''),
})
export type CodingInput = z.infer<typeof CodingInput>

/** What may be changed of one's own coding. */
export const CodingChange = z.union([
  z.object({ reference, removed: z.boolean() }),
  z.object({ reference, memo: z.string().check(z.maxLength(20_000)) }),
])

/** A code that somebody makes while they code. */
export const NewCode = z.object({ reference, name: lineInput({ name: 'Name', most: 100, missing: 'Enter a name' }) })
