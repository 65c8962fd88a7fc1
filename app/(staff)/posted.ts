import * as z from 'zod/mini'

import { fieldsOf } from '@/lib/domain/form'
import type { Viewer } from '@/lib/domain/person'
import { refused, type Refusal } from '@/lib/result'
import { getViewer } from '@/lib/session'

/** What a schema makes of a form, and who sent it. */
export type Posted<T> = { ok: true; viewer: Viewer; input: T }

/**
 * How every action of signed-in people begins: who sends it, and what. What the schema does not take is refused field
 * by field, or, where only a form that is not ours could hold it, with the one sentence `otherwise`.
 */
export async function readPosted<T>(
  form: unknown,
  schema: z.ZodMiniType<T>,
  otherwise?: string,
): Promise<Posted<T> | Refusal> {
  const viewer = await getViewer()
  if (!viewer) return { ...refused('You are no longer signed in. Sign in and try again.'), signedOut: true }
  const parsed = schema.safeParse(fieldsOf(form))
  if (parsed.success) return { ok: true, viewer, input: parsed.data }
  return otherwise ? refused(otherwise) : refused('Check what you entered.', z.flattenError(parsed.error).fieldErrors)
}
