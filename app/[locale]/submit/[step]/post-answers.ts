import * as z from 'zod/mini'

import type { Save, SaveAnswer } from './answer-saver'

const Done = z.object({
  draft: z.string(),
  saved: z.record(z.string(), z.number()),
  time: z.string(),
  conflicts: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      value: z.union([z.string(), z.array(z.string())]),
      words: z.string(),
      version: z.number(),
      time: z.string(),
    }),
  ),
})
const Refused = z.object({ message: z.string() })

const patience = 20_000
const mostKeptAlive = 50_000 // browsers send no more than 64 kB after the page is gone

/** Posts a save. Whatever is no clear answer of the portal's own counts as nobody being there. */
export async function postAnswers(save: Save): Promise<SaveAnswer> {
  const body = JSON.stringify(save)
  try {
    const answer = await fetch('/api/draft/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < mostKeptAlive,
      signal: AbortSignal.timeout(patience),
    })
    if (answer.status >= 500 || answer.status === 429) return { kind: 'away' }
    const said: unknown = await answer.json()
    if (answer.ok) return { kind: 'done', ...Done.parse(said) }
    return { kind: 'refused', message: Refused.parse(said).message }
  } catch {
    return { kind: 'away' }
  }
}
