import * as z from 'zod/mini'

import { isList, isStepField, stepFields, type FormValues } from './step-form'
import { noPrompt, stepNames, type FieldError, type FieldName, type StepName } from './step-fields'
import { steps, type AllAnswers } from './steps'

/** One field as the draft holds it: just as it was typed. `version` is raised by each save that changed it. */
export type KeptAnswer = { value: string | string[]; version: number; savedAt: Date }
export type KeptAnswers = Partial<Record<FieldName, KeptAnswer>>

const Value = z.union([z.string(), z.array(z.string())])

/** Rows of a draft's answers as PostgreSQL writes them into JSON. */
export const AnswerRows = z.array(
  z.object({
    field: z.string(),
    value: z.unknown(),
    version: z.number(),
    savedAt: z.pipe(
      z.string(),
      z.transform(text => new Date(text)),
    ),
  }),
)

/** What a draft holds, out of its rows. What is no field, or no text, is passed over. */
export function readKept(
  rows: readonly { field: string; value: unknown; version: number; savedAt: Date }[],
): KeptAnswers {
  const kept: KeptAnswers = {}
  for (const { field, value, version, savedAt } of rows) {
    const parsed = Value.safeParse(value)
    if (isStepField(field) && parsed.success) kept[field] = { value: parsed.data, version, savedAt }
  }
  return kept
}

/** The values of a step's form out of what a draft holds. */
export function valuesOf(step: StepName, kept: KeptAnswers): FormValues {
  return Object.fromEntries(
    stepFields(step).flatMap(field => {
      const held = kept[field]
      return held ? [[field, held.value]] : []
    }),
  )
}

/** All that a draft holds, by steps, finished or not; without the steps of which it holds nothing. */
export function everythingKept(kept: KeptAnswers): Partial<Record<StepName, FormValues>> {
  const held = stepNames.map(step => [step, valuesOf(step, kept)] as const)
  return Object.fromEntries(held.filter(([, values]) => Object.values(values).some(value => value.length > 0)))
}

/** The same with every field of the step: empty where the draft holds nothing. */
export function filledForm(step: StepName, kept: KeptAnswers): FormValues {
  const blank = stepFields(step).map(field => [field, isList(field) ? [] : ''])
  return { ...Object.fromEntries(blank), ...valuesOf(step, kept) }
}

function checked<T extends z.ZodMiniType>(schema: T, values: FormValues | null): z.output<T> | undefined {
  const result = schema.safeParse(values)
  return result.success ? result.data : undefined
}

/**
 * The answers of the steps that were gone on from. What does not pass its step's schema (any more), or was not to be
 * chosen on its form, counts as unanswered.
 */
export function readAnswers(
  kept: KeptAnswers,
  answeredSteps: readonly string[],
  form: Offered | null,
): Partial<AllAnswers> {
  const answers = readChecked(kept, answeredSteps)
  const unknown = form ? unknownChoices(answers, form) : {}
  return {
    ...answers,
    organisation: unknown.communities ? undefined : answers.organisation,
    place: unknown.places ? undefined : answers.place,
    example: unknown.prompts ? undefined : answers.example,
  }
}

function readChecked(kept: KeptAnswers, answeredSteps: readonly string[]): Partial<AllAnswers> {
  const given = (step: StepName) => (answeredSteps.includes(step) ? filledForm(step, kept) : null)
  return {
    organisation: checked(steps.organisation, given('organisation')),
    place: checked(steps.place, given('place')),
    example: checked(steps.example, given('example')),
    story: checked(steps.story, given('story')),
    material: checked(steps.material, given('material')),
    contact: checked(steps.contact, given('contact')),
  }
}

/** All answers, or null while one is missing. */
export function wholeAnswers(answers: Partial<AllAnswers>): AllAnswers | null {
  const { organisation, place, example, story, material, contact } = answers
  if (!organisation || !place || !example || !story || !material || !contact) return null
  return { organisation, place, example, story, material, contact }
}

/** What a form lets people choose from. */
type Offered = {
  places: readonly { key: string }[]
  prompts: readonly { key: string }[]
  communities: readonly string[]
}

/** Choices that this form does not offer, by their fields. */
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
