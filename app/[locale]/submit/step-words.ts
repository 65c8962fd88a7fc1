import { getTranslations } from 'next-intl/server'

import { stepFields } from '@/lib/domain/step-form'
import { wizardSteps, type WizardStep } from '@/lib/domain/step-order'
import { fieldErrors, type FieldError, type FieldName, type StepName } from '@/lib/domain/steps'
import { limits } from '@/lib/domain/submission'

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

export async function stepWords(step: StepName, minutes: number): Promise<StepWords> {
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
  }
}
