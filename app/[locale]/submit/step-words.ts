import { getLocale, getTranslations } from 'next-intl/server'

import type { FormContent } from '@/lib/domain/form-version'
import type { CountWords } from '@/components/ui/text-count'
import { stepFields } from '@/lib/domain/step-form'
import { wizardSteps, type WizardStep } from '@/lib/domain/step-order'
import { fieldErrors, type FieldError, type FieldName, type StepName } from '@/lib/domain/step-fields'
import { limits } from '@/lib/domain/submission'
import { choiceWords } from './answer-words'

/** The words of one step, resolved on the server: the browser gets no catalogue. */
export type StepWords = {
  title: string
  errorTitle: string
  heading: string
  help: string
  problem: string
  unreachable: string
  continue: string
  labels: Partial<Record<FieldName, string>>
  hints: Partial<Record<FieldName, string>>
  errors: Record<string, string>
  /** What the keys of this step's choices are called. */
  choices: Record<string, string>
  /** Of words and of characters, with `{count}`. */
  counts: { words: CountWords; characters: CountWords }
  save: SaveWords
}

/** What is said about saving. `{time}` and `{label}` are put in by the page. */
export type SaveWords = {
  saved: string
  saving: string
  notSaved: string
  away: string
  awayText: string
  later: string
  trap: string
  conflict: string
  conflictHint: string
  mine: string
  theirs: string
  keep: string
  nothing: string
  refusals: Record<string, string>
}

const hinted = [
  'practiceOf',
  'communities',
  'places',
  'neighbourhood',
  'title',
  'prompts',
  'links',
  'email',
  'bestTimes',
] as const

/** The sentences for whatever can be wrong in a step, by their `FieldError`s. */
export async function stepErrors(step: StepName): Promise<Record<string, string>> {
  const t = await getTranslations('submit')
  const keys = stepFields(step).flatMap(field => fieldErrors[field].map(kind => `${field}.${kind}`))
  return Object.fromEntries(keys.filter(isFieldError).map(key => [key, t(`errors.${key}`, limits)]))
}

function isFieldError(key: string): key is FieldError {
  const [field = '', kind] = key.split('.')
  return Object.entries(fieldErrors).some(([name, kinds]) => name === field && kinds.some(known => known === kind))
}

/** The words that every page of the wizard has: its title in the browser, and the same after a refusal. */
export async function pageWords(heading: string) {
  const [t, site] = await Promise.all([getTranslations('submit'), getTranslations('site')])
  const title = `${heading} · ${t('giveEvidence')} · ${site('name')}`
  return {
    title,
    errorTitle: t('errorTitle', { title }),
    problem: t('problem'),
    unreachable: t('refusals.unreachable'),
  }
}

/** “Step 2 of 7”. */
export async function progress(step: WizardStep): Promise<string> {
  const t = await getTranslations('submit')
  return t('progress', { number: wizardSteps.indexOf(step) + 1, total: wizardSteps.length })
}

async function countWords(unit: 'words' | 'characters'): Promise<CountWords> {
  const t = await getTranslations('submit.count')
  const count = { count: '{count}', unit }
  return {
    limit: t('limit', count),
    left: { one: t('leftOne', count), other: t('leftOther', count) },
    over: { one: t('overOne', count), other: t('overOther', count) },
  }
}

async function saveWords(): Promise<SaveWords> {
  const t = await getTranslations('submit')
  const time = '{time}'
  return {
    saved: t('saved', { time }),
    saving: t('save.saving'),
    notSaved: t('save.notSaved'),
    away: t('save.away'),
    awayText: t('save.awayText'),
    later: t('save.later'),
    trap: t('save.trap'),
    conflict: t('save.conflict', { label: '{label}' }),
    conflictHint: t('save.conflictHint'),
    mine: t('save.mine'),
    theirs: t('save.theirs', { time }),
    keep: t('save.keep'),
    nothing: t('check.none'),
    refusals: {
      closed: t('save.refusals.closed'),
      notOpen: t('save.refusals.closed'),
      sent: t('refusals.sent'),
      analysed: t('refusals.analysed'),
      unreadable: t('save.refusals.unreadable'),
    },
  }
}

// A form never changes once it is kept, and so never do the words of its steps: some sixty sentences a page.
const wordsOfForms = new WeakMap<FormContent, Map<string, StepWords>>()

/** The words of a step on the form that it is shown of. */
export async function stepWords(step: StepName, minutes: number, form: FormContent): Promise<StepWords> {
  const known = wordsOfForms.get(form) ?? new Map<string, StepWords>()
  wordsOfForms.set(form, known)
  const key = `${await getLocale()} ${step} ${minutes}`
  const words = known.get(key) ?? (await makeStepWords(step, minutes, form))
  known.set(key, words)
  return words
}

async function makeStepWords(step: StepName, minutes: number, form: FormContent): Promise<StepWords> {
  const t = await getTranslations('submit')
  const heading = t(`steps.${step}.heading`)
  const fields = stepFields(step)
  return {
    ...(await pageWords(heading)),
    heading,
    help: t(`steps.${step}.help`, { minutes }),
    continue: t('continue'),
    labels: Object.fromEntries(fields.map(field => [field, t(`labels.${field}`)])),
    hints: Object.fromEntries(
      hinted.filter(field => fields.includes(field)).map(field => [field, t(`hints.${field}`)]),
    ),
    errors: await stepErrors(step),
    choices: await choiceWords(step, form),
    counts: { words: await countWords('words'), characters: await countWords('characters') },
    save: await saveWords(),
  }
}
