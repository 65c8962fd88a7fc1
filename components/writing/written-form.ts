import * as z from 'zod/mini'

import { fieldsOf } from '@/lib/domain/form'
import type { Result } from '@/lib/result'

// What a page knows of the text that is being written on it: the form itself, and what other forms of
// the page have to wait for.

export const unsavedQuestion = 'You have changes that are not saved. Leave without saving them?'

/** All that a form would send, to be compared: nothing of React's own, and not the version. */
export function snapshotOf(form: HTMLFormElement): string {
  const { version: _, ...fields } = fieldsOf(new FormData(form))
  return JSON.stringify(fields)
}

const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.object({ changed: z.boolean(), version: z.number(), at: z.string() }) }),
  z.object({
    ok: z.literal(false),
    message: z.string(),
    conflict: z.optional(
      z.object({
        version: z.number(),
        changes: z.array(z.object({ label: z.string(), theirs: z.string(), yours: z.string() })),
      }),
    ),
    signedOut: z.optional(z.literal(true)),
  }),
])
export type AutosaveAnswer = z.infer<typeof Answer>

const mostKeptAlive = 60_000 // characters: browsers let no more go out behind a page that is gone

/** Sends what is written to the route at `address`, to be saved by itself. Null where there was no line to the portal. */
export async function autosave(address: string, snapshot: string, version: number): Promise<AutosaveAnswer | null> {
  const body = JSON.stringify({ ...JSON.parse(snapshot), version })
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < mostKeptAlive,
    })
    const parsed = Answer.safeParse(await response.json())
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Saves what is written, and answers the version that then stands. */
type Settle = () => Promise<Result<{ version: number }>>
let settle: Settle | null = null

/** The form that is on the page tells how its text is saved; null when it is gone. */
export function tellHowToSettle(how: Settle | null): void {
  settle = how
}

/** To be waited for before something is done with the text: what was typed is saved first. Null where nothing is being written. */
export async function settleText(): Promise<Result<{ version: number }> | null> {
  return settle ? settle() : null
}
