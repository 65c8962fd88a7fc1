import type * as z from 'zod/mini'

import { noPrompt, steps, type AllAnswers, type FieldError, type FieldName } from './steps'

function parsed<T extends z.ZodMiniType>(schema: T, kept: unknown): z.output<T> | undefined {
  const result = schema.safeParse(kept)
  return result.success ? result.data : undefined
}

/** A draft's answers out of its rows. What no longer passes its step's schema counts as unanswered. */
export function readAnswers(rows: readonly { step: string; answers: unknown }[]): Partial<AllAnswers> {
  const kept = new Map(rows.map(row => [row.step, row.answers]))
  return {
    organisation: parsed(steps.organisation, kept.get('organisation')),
    place: parsed(steps.place, kept.get('place')),
    example: parsed(steps.example, kept.get('example')),
    story: parsed(steps.story, kept.get('story')),
    material: parsed(steps.material, kept.get('material')),
    contact: parsed(steps.contact, kept.get('contact')),
  }
}

/** All answers, or null while one is missing. */
export function wholeAnswers(answers: Partial<AllAnswers>): AllAnswers | null {
  const { organisation, place, example, story, material, contact } = answers
  if (!organisation || !place || !example || !story || !material || !contact) return null
  return { organisation, place, example, story, material, contact }
}

/** What a call lets people choose from. */
type Offered = {
  places: readonly { key: string }[]
  prompts: readonly { key: string }[]
  communities: readonly string[]
}

/** Choices that this call does not offer (any more, or ever), by their fields. */
export function unknownChoices(answers: Partial<AllAnswers>, offered: Offered): Partial<Record<FieldName, FieldError>> {
  const places = new Set(offered.places.map(place => place.key))
  const prompts = new Set([noPrompt, ...offered.prompts.map(prompt => prompt.key)])
  const communities = new Set(offered.communities)
  const found: Partial<Record<FieldName, FieldError>> = {}
  if (answers.organisation?.communities.some(name => !communities.has(name))) found.communities = 'communities.unknown'
  if (answers.place?.places.some(key => !places.has(key))) found.places = 'places.unknown'
  if (answers.example?.prompts.some(key => !prompts.has(key))) found.prompts = 'prompts.unknown'
  return found
}

/** The answers without the steps whose choices are no longer offered: those are to be answered again. */
export function stillOffered(answers: Partial<AllAnswers>, offered: Offered): Partial<AllAnswers> {
  const unknown = unknownChoices(answers, offered)
  return {
    ...answers,
    organisation: unknown.communities ? undefined : answers.organisation,
    place: unknown.places ? undefined : answers.place,
    example: unknown.prompts ? undefined : answers.example,
  }
}
