import { strictest, wordsWritten, writtenFields, type Written, type WrittenField } from './case-study'
import type { PublishAnswer } from './consent'
import { fold, squeeze, wordsIn } from './folded-text'

/** What a source's organisation is called and what its respondent lets us say. */
export type NamedSource = { organisationName: string; practiceOf: string | null; publish: PublishAnswer | null }

/**
 * The names that no published text may hold: those of all sources where the strictest consent keeps names back, and an
 * organisation elsewhere in any case, since it is named only after its own yes.
 */
export function namesKeptBack(sources: NamedSource[]): string[] {
  const own =
    strictest(sources.map(source => source.publish)) === 'WITH_NAME' ? [] : sources.map(s => s.organisationName)
  return [...own, ...sources.flatMap(source => source.practiceOf ?? [])]
}

/** The name readers may see: those whose own work it is, where every consent is with the name. Else null. */
export function nameToShow(sources: NamedSource[]): string | null {
  if (strictest(sources.map(source => source.publish)) !== 'WITH_NAME') return null
  const own = sources.filter(source => !source.practiceOf).map(source => source.organisationName)
  return own.length > 0 ? [...new Set(own)].join(' and ') : null
}

/** Whether a text holds a name, whatever its case, accents, spaces and punctuation. Whole words only: "hopeful" does not hold "Hope". */
export function holdsName(text: string, name: string): boolean {
  const squeezed = squeeze(fold(text))
  return spellings(name).some(spelling => wordsIn(squeezed, spelling).length > 0)
}

/** Whether the last part of an address holds one of the names. */
export function slugHoldsName(slug: string, names: string[]): boolean {
  return names.some(name => holdsName(slug.replaceAll('-', ' '), name))
}

/** The first field that holds one of the names, or null. */
export function fieldWithName(study: Written, names: string[]): WrittenField | null {
  const words = wordsWritten(study)
  return writtenFields.find(field => names.some(name => holdsName(words[field], name))) ?? null
}

/** How a name is written: "Dudley Stitchers Ltd (example)" is known as "Dudley Stitchers Ltd" and "Dudley Stitchers" too. */
export function spellings(name: string): string[] {
  const bare = name.replace(/\s*\([^)]*\)\s*$/, '')
  const core = bare.replace(/\s+(ltd|limited|cic|cio|plc)\.?$/i, '')
  return [...new Set([name, bare, core])]
}
