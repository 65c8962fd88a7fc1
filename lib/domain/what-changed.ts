import { diffWordsWithSpace } from 'diff'
import * as z from 'zod/mini'

import { fieldNames, proseFields, wordsWritten, writtenFields, type Written } from './case-study'

const fields = [...writtenFields, 'places', 'themes', 'lenses', 'pictures'] as const
type Field = (typeof fields)[number]

/** A text as a reviewer read it: the words of each field. */
export type ReviewedWords = Record<Field, string>

const Reviewed = z.partialRecord(z.enum(fields), z.string())

/** Each picture with what it shows: another one in its place has another name. */
function picturesNamed(study: Written): string {
  const figures = proseFields.flatMap(field => study[field].filter(block => block.kind === 'figure'))
  return figures.map(({ image, alt }) => `${alt} (picture ${image.slice(-6)})`).join(', ')
}

/** What is kept with a review, to tell later what changed since. */
export function reviewedWords(
  study: Written & { placeNames: string[]; themes: string[]; lenses: string[] },
): ReviewedWords {
  const { placeNames, themes, lenses } = study
  const { title, summary, whatHappened, whatWasNew, difference, learning, ...rest } = wordsWritten(study)
  const { quotation, quotationSource, decisionArea } = rest
  return {
    ...{ title, summary, whatHappened, whatWasNew, difference, learning, quotation, quotationSource, decisionArea },
    places: placeNames.join(', '),
    themes: themes.join(', '),
    lenses: lenses.join(', '),
    pictures: picturesNamed(study),
  }
}

/** What was kept with a review; null for one from before it was kept. Nothing is said of a field that is not in it. */
export function readReviewed(kept: unknown): Partial<ReviewedWords> | null {
  const parsed = Reviewed.safeParse(kept)
  return parsed.success ? parsed.data : null
}

export type ChangePart = { kind: 'same' | 'added' | 'removed'; text: string }
export type FieldChange = { field: Field; label: string; parts: ChangePart[] }

/** The fields that changed, each with what stayed, came and went, word by word. */
export function whatChanged(before: Partial<ReviewedWords>, after: ReviewedWords): FieldChange[] {
  return fields.flatMap(field => {
    const [was, is] = [before[field], after[field]]
    return was === undefined || was === is ? [] : [{ field, label: fieldNames[field], parts: partsOf(was, is) }]
  })
}

// Two long texts with nothing in common would take long to compare: they are told as one that went and one that came.
function partsOf(before: string, after: string): ChangePart[] {
  const parts = diffWordsWithSpace(before, after, { timeout: 300 })
  const told: ChangePart[] = parts
    ? parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ]
  return told.filter(part => part.text !== '')
}
