import { namesKeptBack, nameToShow, type NamedSource } from './case-study-name'
import type { PassageNote } from './report-edition'
import { findingsAmong, type Known } from './redaction'
import { textOf, unitAt } from './span'
import type { OrganisationType } from './submission'
import { countCharacters } from './text-count'

/** A coded passage of a response, with what its respondent agreed to. */
export type SourcePassage = {
  words: string
  code: string
  source: NamedSource & {
    organisationType: OrganisationType | null
    /** They asked to see what is published of theirs first: a passage has never been shown to them. */
    showBefore: boolean
    contacts: Known['contacts']
  }
}

const most = 1_200
/** Said in place of what is personal in a passage. */
export const removed = '[removed]'

/** Whether the words of a passage may go out at all. */
export function mayQuote({ publish, showBefore }: SourcePassage['source']): boolean {
  return publish !== null && publish !== 'NO' && !showBefore
}

/**
 * What a note may say of a passage: the words with everything in them that may be personal removed, and whose they are as
 * far as consent goes. A response for research only is counted and never quoted.
 */
export function passageAllowed({
  words,
  code,
  source,
}: SourcePassage): Omit<PassageNote, 'kind' | 'n' | 'gone' | 'places'> {
  const named = nameToShow([source])
  const published = source.publish !== null && source.publish !== 'NO'
  return {
    code,
    words: mayQuote(source) ? shortened(withoutPersonal(words, knownOf(source))) : null,
    organisationName: named,
    organisationType: published && !source.practiceOf ? source.organisationType : null,
  }
}

/** What is known of who gave a passage. */
export function knownOf(source: SourcePassage['source']): Known {
  const named = nameToShow([source])
  return { keptBack: namesKeptBack([source]), shown: named === null ? [] : [named], contacts: source.contacts }
}

function withoutPersonal(words: string, known: Known): string {
  const spans = findingsAmong([{ text: words }], known).flatMap(({ places }) => places.map(({ span }) => span))
  return spans
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (left, { start, end }) => left.slice(0, unitAt(left, start)) + removed + left.slice(unitAt(left, end)),
      words,
    )
}

function shortened(words: string): string {
  return countCharacters(words) > most ? `${textOf(words, { start: 0, end: most - 1 }).trimEnd()}…` : words
}
