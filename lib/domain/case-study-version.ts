import * as z from 'zod/mini'

import { writtenOf, type CaseStudyInput, type Written } from './case-study'
import { ProseSchema } from './prose'

export const versionKinds = ['AUTOSAVED', 'SAVED', 'RESTORED', 'KEPT'] as const
export type VersionKind = (typeof versionKinds)[number]

/** Words for the workspace: what became of it. */
export const versionKindNames: Record<VersionKind, string> = {
  AUTOSAVED: 'Saved while writing',
  SAVED: 'Saved',
  RESTORED: 'Brought back',
  KEPT: 'Not saved when somebody else took over',
}

/** What a version holds: the texts, and what was chosen, by keys. */
export type VersionContent = Written & { placeKeys: string[]; promptKeys: string[]; lensKeys: string[] }

const text = z.string()
const keys = z.array(z.string())
const Content = z.object({
  title: text,
  summary: text,
  whatHappened: ProseSchema,
  whatWasNew: ProseSchema,
  difference: ProseSchema,
  learning: ProseSchema,
  quotation: text,
  quotationSource: text,
  decisionArea: text,
  placeKeys: keys,
  promptKeys: keys,
  lensKeys: keys,
})

/** What a column that should hold a version's content holds; null where it does not. */
export function readContent(kept: unknown): VersionContent | null {
  const parsed = Content.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** The content of a save, as a version keeps it. */
export function contentOf(input: CaseStudyInput): VersionContent {
  const { placeKeys, promptKeys, lensKeys } = input
  return { ...writtenOf(input), placeKeys, promptKeys, lensKeys }
}

const foldedFor = 10 * 60_000

type Last = { kind: VersionKind; personId: string; createdAt: Date }

/**
 * Whether a save goes on with the version before it: one that the same person autosaved, begun less than ten minutes ago,
 * and that nobody has been asked to judge.
 */
export function foldsInto(last: Last, by: { personId: string; at: Date; judged: boolean }): boolean {
  if (by.judged || last.kind !== 'AUTOSAVED' || last.personId !== by.personId) return false
  return by.at.getTime() - last.createdAt.getTime() < foldedFor
}

const number = z.coerce.number().check(z.int(), z.positive())

/** Which two versions the address asks to compare. What is not known is left out. */
export const CompareInput = z.object({
  from: z.catch(z.optional(number), undefined),
  to: z.catch(z.optional(number), undefined),
})

/** Brings back the version of this number, over the text of the version that was read. */
export const RestoreInput = z.object({ id: z.uuid(), version: number, number })
export type RestoreInput = z.infer<typeof RestoreInput>
