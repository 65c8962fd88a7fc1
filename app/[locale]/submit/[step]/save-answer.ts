import * as z from 'zod/mini'

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

/** What the server says it committed. Throws for anything else. */
export function readSaved(said: unknown): z.infer<typeof Done> {
  return Done.parse(said)
}

/** Why the server took nothing, as a key. Throws for anything else. */
export function readRefused(said: unknown): string {
  return Refused.parse(said).message
}
