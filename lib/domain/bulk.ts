import * as z from 'zod/mini'

import { ok, refusedAt, type Result } from '@/lib/result'
import { stages, type Stage } from './submission'

/** What can be done to many submissions at once. */
export type BulkDeed =
  { kind: 'assign'; personId: string } | { kind: 'tag'; codeId: string } | { kind: 'move'; stage: Stage }

const reference = z.string().check(z.maxLength(40))
const references = z.array(reference).check(z.maxLength(100))
const chosen = z._default(z.string().check(z.maxLength(40)), '')

/** The form under the list: which submissions, and what to do to them. */
export const BulkInput = z.object({
  scope: z.enum(['ticked', 'all'], 'Choose which submissions'),
  /** One reference or several. */
  reference: z.pipe(
    z._default(z.union([reference, references]), []),
    z.transform(given => [given].flat()),
  ),
  /** The filters of the list, for all that they find. */
  query: z._default(z.string().check(z.maxLength(8000)), ''),
  deed: z.enum(['assign', 'tag', 'move'], 'Choose what to do'),
  personId: chosen,
  codeId: chosen,
  stage: chosen,
})
export type BulkInput = z.infer<typeof BulkInput>

const Id = z.uuid()

/** The deed that a form asks for, or what it leaves open. */
export function bulkDeedOf(input: Pick<BulkInput, 'deed' | 'personId' | 'codeId' | 'stage'>): Result<BulkDeed> {
  if (input.deed === 'assign')
    return Id.safeParse(input.personId).success
      ? ok({ kind: 'assign', personId: input.personId })
      : refusedAt('personId', 'Select a person')
  if (input.deed === 'tag')
    return Id.safeParse(input.codeId).success
      ? ok({ kind: 'tag', codeId: input.codeId })
      : refusedAt('codeId', 'Select a code')
  const stage = stages.find(each => each === input.stage)
  return stage ? ok({ kind: 'move', stage }) : refusedAt('stage', 'Select a stage')
}
