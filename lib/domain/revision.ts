import * as z from 'zod/mini'

import { answerFields, answerNames, organisationTypes, practices } from './submission'

/**
 * What a response said at one time, as `SubmissionRevision.content` keeps it: keys of places and prompts, ids of files,
 * and of each text the number of the version that stood (null where it was left empty). Never who to contact.
 */
export const RevisionContent = z.object({
  organisationName: z.string(),
  organisationType: z.enum(organisationTypes),
  practice: z.enum(practices),
  practiceOf: z.string(),
  communities: z.array(z.string()),
  places: z.array(z.string()),
  neighbourhood: z.string(),
  title: z.string(),
  prompts: z.array(z.string()),
  links: z.array(z.string()),
  files: z.array(z.string()),
  texts: z.object({
    whatHappened: z.nullable(z.number()),
    difference: z.nullable(z.number()),
    learned: z.nullable(z.number()),
  }),
})
export type RevisionContent = z.infer<typeof RevisionContent>

/** What can change between two revisions, in the order in which it is asked. */
export const revisionFields = [
  'organisationName',
  'organisationType',
  'practice',
  'practiceOf',
  'communities',
  'places',
  'neighbourhood',
  'title',
  'prompts',
  ...answerFields,
  'links',
  'files',
] as const
export type RevisionField = (typeof revisionFields)[number]

/** Words for the workspace; the public side has its own in the message catalogue. */
export const revisionFieldNames: Record<RevisionField, string> = {
  organisationName: 'Organisation',
  organisationType: 'Kind',
  practice: 'Whose work',
  practiceOf: 'Organisation that did it',
  communities: 'Communities',
  places: 'Places',
  neighbourhood: 'Neighbourhood',
  title: 'Title',
  prompts: 'Themes',
  links: 'Links',
  files: 'Files',
  ...answerNames,
}

/** What one field said before and says now, as it is kept: each a list, empty where nothing was said. */
export type Difference = { field: RevisionField; before: string[]; after: string[] }

/** What changed from one revision to the next. The order of ticked boxes is no change. */
export function differences(before: RevisionContent, after: RevisionContent): Difference[] {
  return revisionFields
    .map(field => ({ field, before: valuesOf(before, field), after: valuesOf(after, field) }))
    .filter(({ field, ...pair }) => !isSame(pair.before, pair.after, !ordered.has(field)))
}

const ordered = new Set<RevisionField>(['links'])

function isSame(before: string[], after: string[], anyOrder: boolean): boolean {
  const plain = (values: string[]) => JSON.stringify(anyOrder ? values.toSorted() : values)
  return plain(before) === plain(after)
}

function valuesOf(content: RevisionContent, field: RevisionField): string[] {
  if (field === 'whatHappened' || field === 'difference' || field === 'learned') {
    const number = content.texts[field]
    return number === null ? [] : [String(number)]
  }
  const value = content[field]
  if (Array.isArray(value)) return value
  return value === '' ? [] : [value]
}
