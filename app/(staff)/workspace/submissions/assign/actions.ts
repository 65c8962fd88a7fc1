'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'

import { readPosted } from '@/app/(staff)/posted'
import { assignByRule } from '@/lib/data/assigning'
import { currentCall } from '@/lib/data/calls'
import { DrawInput } from '@/lib/domain/assignment-draw'
import type { Result } from '@/lib/result'

const Drawing = z.extend(DrawInput, { digest: z.string().check(z.maxLength(64)) })

/** Assigns what was looked at, all or nothing. */
export async function assign(_: Result | null, form: unknown): Promise<Result> {
  const posted = await readPosted(form, Drawing, 'Look at the draw again, then assign.')
  if (!posted.ok) return posted
  const call = await currentCall()
  const result = await assignByRule(posted.viewer, call.id, posted.input)
  if (!result.ok) return result
  return redirect('/workspace/submissions/assign?done=yes')
}
