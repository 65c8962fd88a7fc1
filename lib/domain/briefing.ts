import * as z from 'zod/mini'

import { addressWith, allAskedFor, askedFor, type Asked } from './address'
import { normaliseLine } from './text-normal'

/** The case studies that one briefing holds at most. */
export const mostBriefed = 20
/** Those that stand side by side at most. */
export const mostCompared = 4

export const briefingOrders = ['chosen', 'title', 'place', 'newest'] as const
export type BriefingOrder = (typeof briefingOrders)[number]
export const briefingOrderNames: Record<BriefingOrder, string> = {
  chosen: 'As they stand here',
  title: 'By title',
  place: 'By place',
  newest: 'Approved last, first',
}

export const briefingFormats = ['pdf', 'docx'] as const
export type BriefingFormat = (typeof briefingFormats)[number]

/** A briefing as its address asks for it. `notes` are those of the collection; without one there are none. */
export type BriefingChoice = {
  with: string[]
  collection: string | null
  title: string
  audience: string
  order: BriefingOrder
  format: BriefingFormat
  notes: boolean
}

const Slug = z.string().check(z.regex(/^[a-z0-9-]{1,120}$/))
const isSlug = (text: string) => Slug.safeParse(text).success
const isId = (text: string) => z.uuid().safeParse(text).success

const lineOf = (asked: Asked, name: string, most: number) =>
  Array.from(normaliseLine(askedFor(asked, name)))
    .slice(0, most)
    .join('')

/** The case studies that an address names, each once, in its order. What can be none is left out. */
export function readChosen(asked: Asked): string[] {
  return allAskedFor(asked, 'with').filter(isSlug)
}

/** The id of a collection in an address, or null. */
export function readCollectionId(asked: Asked): string | null {
  const id = askedFor(asked, 'collection')
  return isId(id) ? id : null
}

/** Reads a briefing from an address. What is not known is the usual: a PDF, in the order in which they were chosen. */
export function readBriefingChoice(asked: Asked): BriefingChoice {
  const oneOf = <V extends string>(name: string, allowed: readonly V[], usual: V) =>
    allowed.find(value => value === askedFor(asked, name)) ?? usual
  return {
    with: readChosen(asked).slice(0, mostBriefed),
    collection: readCollectionId(asked),
    title: lineOf(asked, 'title', 120),
    audience: lineOf(asked, 'for', 120),
    order: oneOf('order', briefingOrders, 'chosen'),
    format: oneOf('format', briefingFormats, 'pdf'),
    notes: askedFor(asked, 'notes') === 'yes',
  }
}

/** The address of a page of the library with these case studies chosen. */
export function chosenAddress(path: string, slugs: readonly string[], collection?: string | null): string {
  return addressWith(path, { with: slugs, collection })
}

/** The same slugs with one of them a place earlier; as they were where it is first. */
export function movedUp(slugs: readonly string[], at: number): string[] {
  const [before, moved] = [slugs[at - 1], slugs[at]]
  if (before === undefined || moved === undefined) return [...slugs]
  return slugs.map((slug, index) => (index === at - 1 ? moved : index === at ? before : slug))
}

/** Case studies in the order that was asked for; equal ones stay as they stood. */
export function inBriefingOrder<S extends { title: string; placeNames: string[]; approvedAt: string }>(
  studies: readonly S[],
  order: BriefingOrder,
): S[] {
  const byWord = (of: (study: S) => string) => (one: S, other: S) => of(one).localeCompare(of(other), 'en-GB')
  if (order === 'title') return studies.toSorted(byWord(study => study.title))
  if (order === 'place') return studies.toSorted(byWord(study => study.placeNames[0] ?? ''))
  if (order === 'newest') return studies.toSorted((one, other) => other.approvedAt.localeCompare(one.approvedAt))
  return [...studies]
}
