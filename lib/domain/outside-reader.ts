import * as z from 'zod/mini'

import { approvalsNeeded, ReviewInput } from './case-study'
import { lineInput, paragraphsInput } from './text-input'

/** Somebody outside the teams, whom a lead asks to read a case study. */
export const NameReaderInput = z.object({
  id: z.uuid(),
  name: lineInput({ name: 'Name', most: 150, missing: 'Enter their name' }),
  standing: lineInput({
    name: 'Who they are',
    most: 300,
    missing: 'Enter who they are, and why they can judge it',
  }),
})
export type NameReaderInput = z.infer<typeof NameReaderInput>

/** Their word on a version, as the lead writes it down. */
export const ReaderWordInput = z.extend(ReviewInput, {
  reader: z.uuid(),
  note: paragraphsInput({ name: 'What they said', most: 2_000, missing: 'Enter what they said, and how' }),
})
export type ReaderWordInput = z.infer<typeof ReaderWordInput>

type Reader = { verdict: 'APPROVE' | 'REQUEST_CHANGES' | null; version: number | null }

/** How many readers outside the teams count: as many as other teams are missing. */
export function readersThatCount(otherTeams: number): number {
  return Math.max(0, approvalsNeeded - otherTeams)
}

/** How many of them have approved this version, as far as they count. Each counts as a team of its own. */
export function readersApproving(readers: Reader[], version: number, otherTeams: number): number {
  const approving = readers.filter(reader => reader.verdict === 'APPROVE' && reader.version === version).length
  return Math.min(approving, readersThatCount(otherTeams))
}
