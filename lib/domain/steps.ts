import * as z from 'zod/mini'

import { publishAnswers } from './consent'
import { isEmailAddress } from './email-address'
import { noPrompt, wishes, type FieldError, type FieldName, type fieldsOfStep, type StepName } from './step-fields'
import { limits, organisationTypes, practices } from './submission'
import { countCharacters, countWords } from './text-count'
import { normaliseLine, normaliseText } from './text-normal'

const says = (error: FieldError) => error
const fits = (most: number, error: FieldError) => z.refine<string>(text => countCharacters(text) <= most, says(error))
const line = (most: number, error: FieldError) => z.string(error).check(z.overwrite(normaliseLine), fits(most, error))
const requiredLine = (most: number, missing: FieldError, long: FieldError) =>
  z.string(missing).check(z.overwrite(normaliseLine), z.minLength(1, missing), fits(most, long))
const story = (words: number, long: FieldError, tooManyWords: FieldError) =>
  z.string(long).check(
    z.overwrite(normaliseText),
    z.refine(text => countWords(text) <= words, tooManyWords),
    fits(limits.storyCharacters, long),
  )
const mostChoices = 100 // no call offers more; a longer list was not ticked by a person
const choices = (error: FieldError) =>
  z.array(z.string(error), error).check(
    z.overwrite(keys => [...new Set(keys)]),
    z.maxLength(mostChoices, error),
  )

/** A check of several fields together, made also while single ones are wrong: all sentences come at once. */
function together<T>(path: FieldName, error: FieldError, holds: (answers: Partial<T>) => boolean) {
  const isForm = (input: T) => typeof input === 'object' && input !== null
  return z.refine<T>(input => !isForm(input) || holds(input), { path: [path], error, when: () => true })
}

type Organisation = { practice: string; practiceOf: string }
const organisation = z
  .object({
    organisationName: requiredLine(limits.organisationName, 'organisationName.missing', 'organisationName.long'),
    organisationType: z.enum(organisationTypes, says('organisationType.missing')),
    practice: z.enum(practices, says('practice.missing')),
    practiceOf: line(limits.practiceOf, 'practiceOf.long'),
    communities: choices('communities.unknown'),
  })
  .check(
    together<Organisation>('practiceOf', 'practiceOf.missing', a => a.practice !== 'ELSEWHERE' || a.practiceOf !== ''),
    z.overwrite(a => (a.practice === 'OWN' ? { ...a, practiceOf: '' } : a)),
  )

const place = z.object({
  places: choices('places.unknown').check(z.minLength(1, says('places.missing'))),
  neighbourhood: line(limits.neighbourhood, 'neighbourhood.long'),
})

const example = z.object({
  title: requiredLine(limits.title, 'title.missing', 'title.long'),
  prompts: choices('prompts.unknown').check(
    z.minLength(1, says('prompts.missing')),
    z.refine(keys => keys.length === 1 || !keys.includes(noPrompt), says('prompts.contradiction')),
  ),
})

const storyStep = z.object({
  whatHappened: story(limits.whatHappenedWords, 'whatHappened.long', 'whatHappened.words').check(
    z.minLength(1, says('whatHappened.missing')),
  ),
  difference: story(limits.otherStoryWords, 'difference.long', 'difference.words'),
  learned: story(limits.otherStoryWords, 'learned.long', 'learned.words'),
})

/** An address as it is kept, or as it was typed where it is none. */
/** Most people type `www.example.org`: what has no scheme is taken to be `https`. */
function tidyLink(typed: string): string {
  const text = normaliseLine(typed)
  const whole = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]|$)/i.test(text) ? `https://${text}` : text
  return URL.canParse(whole) ? new URL(whole).href : text
}

function isLink(text: string): boolean {
  if (text === '') return true
  if (!text.startsWith('https://') || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return hostname.includes('.') && username === '' && password === ''
}

const material = z.object({
  links: z
    .array(
      z
        .string(says('links.form'))
        .check(z.overwrite(tidyLink), z.refine(isLink, says('links.form')), fits(limits.link, 'links.long')),
      says('links.form'),
    )
    .check(
      z.overwrite(links => links.filter(link => link !== '')),
      z.maxLength(limits.links, says('links.many')),
    ),
})

/** The ways to reach somebody, one by one: the contact step and the respondent's own page take the same. */
export const contactFields = {
  email: line(limits.email, 'email.long').check(
    z.refine(text => text === '' || isEmailAddress(text), says('email.form')),
  ),
  telephone: line(limits.telephone, 'telephone.long'),
  bestTimes: line(limits.bestTimes, 'bestTimes.long'),
}

type Contact = {
  email: string
  wishes: string[]
  mayTelephone: string
  telephone: string
}
const contact = z
  .object({
    contactName: line(limits.contactName, 'contactName.long'),
    email: contactFields.email,
    mayTelephone: z.enum(['YES', 'NO'], says('mayTelephone.missing')),
    telephone: contactFields.telephone,
    bestTimes: contactFields.bestTimes,
    publish: z.enum(publishAnswers, says('publish.missing')),
    wishes: z
      .array(z.enum(wishes, says('wishes.unknown')), says('wishes.unknown'))
      .check(z.overwrite(ticked => wishes.filter(wish => ticked.includes(wish)))),
  })
  .check(
    together<Contact>('email', 'email.forWish', a => a.email !== '' || !a.wishes?.length),
    together<Contact>('telephone', 'telephone.missing', a => a.mayTelephone !== 'YES' || a.telephone !== ''),
    together<Contact>(
      'telephone',
      'telephone.form',
      a => a.mayTelephone !== 'YES' || !a.telephone || isTelephone(a.telephone),
    ),
    // a number that may not be called is not kept
    z.overwrite(a => (a.mayTelephone === 'NO' ? { ...a, telephone: '', bestTimes: '' } : a)),
  )

/** Digits as people write them, with an extension perhaps; at least as many as a local number has. */
export function isTelephone(text: unknown): boolean {
  if (typeof text !== 'string') return false
  return /^[+(]?[\d\s().,/+-]*(\s*(ext|extension|x)\.?\s*\d+)?$/i.test(text) && (text.match(/\d/g)?.length ?? 0) >= 6
}

/** What each step takes: the same in the browser, for a posted form and for a draft that is read. Messages are `FieldError`s. */
export const steps = {
  organisation,
  place,
  example,
  story: storyStep,
  material,
  contact,
} satisfies { [S in StepName]: z.ZodMiniObject<Record<(typeof fieldsOfStep)[S][number], z.ZodMiniType>> }

/** The answers of a step, normalised. An optional text that was left empty is ''. */
export type Answers<S extends StepName> = z.output<(typeof steps)[S]>
export type AllAnswers = { [S in StepName]: Answers<S> }
