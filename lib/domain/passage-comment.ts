import * as z from 'zod/mini'

import { proseFields, writtenFields, type ProseField, type Written, type WrittenField } from './case-study'
import { wordsOf } from './prose'
import { paragraphsInput } from './text-input'
import { cutText, normaliseLine } from './text-normal'

/** Where a comment stands: a block of a field (lines of one field are its block 0), and the words it is about. */
export type Anchor = { field: WrittenField; block: number; quotation: string }

/** The longest quotation that is kept with a comment. */
const longest = 400

/** A comment on words of the version that was read. Without a quotation it is about the whole block. */
export const PassageCommentInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.positive()),
  field: z.enum(writtenFields),
  block: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1_000)),
  quotation: z._default(z.string().check(z.maxLength(20_000)), ''),
  body: paragraphsInput({ name: 'Comment', most: 2_000, missing: 'Enter your comment' }),
})
export type PassageCommentInput = z.infer<typeof PassageCommentInput>

/** An answer to a comment. */
export const PassageAnswerInput = z.object({
  comment: z.uuid(),
  body: paragraphsInput({ name: 'Answer', most: 2_000, missing: 'Enter your answer' }),
})
export type PassageAnswerInput = z.infer<typeof PassageAnswerInput>

/** Saying that a comment is dealt with, or that it is not. */
export const ResolveInput = z.object({ comment: z.uuid(), resolved: z.enum(['yes', 'no']) })
export type ResolveInput = z.infer<typeof ResolveInput>

/** The blocks of a field, in words. */
export function blocksOf(written: Written, field: WrittenField): string[] {
  return isProse(field) ? written[field].map(wordsOf) : written[field] ? [written[field]] : []
}

function isProse(field: WrittenField): field is ProseField {
  return (proseFields as readonly string[]).includes(field)
}

/**
 * Where a new comment stands: at the words selected, in their own block or (in a list) one that follows; else at the
 * block, from its beginning. Null where there is no such block.
 */
export function anchorFor(written: Written, { field, block, quotation }: Anchor): Anchor | null {
  const wanted = normaliseLine(quotation)
  const found = wanted ? blockNow(written, { field, block, quotation: wanted }) : null
  if (found !== null) return { field, block: found, quotation: cutText(wanted, longest) }
  const text = normaliseLine(blocksOf(written, field)[block] ?? '')
  return text ? { field, block, quotation: cutText(text, longest) } : null
}

/** In which block of its field a comment's words are now: its own, or the first that holds them. Null where they are gone. */
export function blockNow(written: Written, { field, block, quotation }: Anchor): number | null {
  const blocks = blocksOf(written, field).map(normaliseLine)
  if (blocks[block]?.includes(quotation)) return block
  const found = blocks.findIndex(text => text.includes(quotation))
  return found < 0 ? null : found
}
