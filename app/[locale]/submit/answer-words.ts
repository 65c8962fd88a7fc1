import { getTranslations } from 'next-intl/server'

import type { ConsentKind } from '@/lib/domain/consent'
import type { FormContent } from '@/lib/domain/form-version'
import { listOf, stepFields, textOf, type FormValues } from '@/lib/domain/step-form'
import { noPrompt, type FieldName, type StepName } from '@/lib/domain/step-fields'
import { organisationTypes } from '@/lib/domain/submission'

/** Turns what is kept into what people read: keys into names, lists into lines. */
export async function answerWords(form: FormContent): Promise<(field: FieldName, values: FormValues) => string> {
  const t = await getTranslations('submit')
  const places = new Map(form.places.map(({ key, name }) => [key, name]))
  const prompts = new Map([...form.prompts.map(({ key, theme }) => [key, theme] as const), [noPrompt, t('nonePrompt')]])
  const answered = (kind: ConsentKind, answer: string) =>
    form.consents[kind].answers.find(({ value }) => value === answer)?.label ?? ''
  const lines = (texts: (string | undefined)[]) => texts.filter(Boolean).join('\n')
  const special: Partial<Record<FieldName, (values: FormValues) => string>> = {
    organisationType: values => {
      const type = organisationTypes.find(name => name === values.organisationType)
      return type ? t(`organisationTypes.${type}`) : ''
    },
    practice: values => (values.practice ? t(values.practice === 'OWN' ? 'practices.OWN' : 'practices.ELSEWHERE') : ''),
    places: values => lines(listOf(values, 'places').map(key => places.get(key))),
    prompts: values => lines(listOf(values, 'prompts').map(key => prompts.get(key))),
    mayTelephone: values => answered('TELEPHONE', textOf(values, 'mayTelephone')),
    publish: values => answered('PUBLISH', textOf(values, 'publish')),
    wishes: values =>
      lines(
        listOf(values, 'wishes').map(wish => form.consents[wish === 'SHOW_BEFORE' ? wish : 'TELL_OUTCOME'].question),
      ),
  }
  return (field, values) => special[field]?.(values) ?? (textOf(values, field) || lines(listOf(values, field)))
}

/** What was answered in a step, each under its label, as the check page shows it; '' where nothing was. Without what was not asked. */
export async function stepInWords(step: StepName, values: FormValues, form: FormContent) {
  const [t, words] = await Promise.all([getTranslations('submit'), answerWords(form)])
  return stepFields(step)
    .filter(field => !isBeside(field, values))
    .map(field => ({ field, label: t(`labels.${field}`), value: words(field, values) }))
}

/** Questions that were not asked, because of another answer. */
function isBeside(field: FieldName, values: FormValues): boolean {
  if (field === 'practiceOf') return values.practice !== 'ELSEWHERE'
  return (field === 'telephone' || field === 'bestTimes') && values.mayTelephone !== 'YES'
}

/** A label without its “(optional)”: what was answered is no question any more. */
export function asTerm(label: string): string {
  return label.replace(/ \([^)]*\)$/, '')
}

/** What the keys that can be chosen in a step are called; empty where its choices are their own names. */
export async function choiceWords(step: StepName, form: FormContent): Promise<Record<string, string>> {
  const t = await getTranslations('submit')
  if (step === 'place') return Object.fromEntries(form.places.map(({ key, name }) => [key, name]))
  if (step === 'example')
    return Object.fromEntries([...form.prompts.map(({ key, theme }) => [key, theme]), [noPrompt, t('nonePrompt')]])
  if (step === 'organisation')
    return {
      ...Object.fromEntries(organisationTypes.map(type => [type, t(`organisationTypes.${type}`)])),
      OWN: t('practices.OWN'),
      ELSEWHERE: t('practices.ELSEWHERE'),
    }
  if (step === 'contact')
    return Object.fromEntries([
      ...form.consents.TELEPHONE.answers.map(({ value, label }) => [value, label]),
      ...form.consents.PUBLISH.answers.map(({ value, label }) => [value, label]),
      ['TELL_OUTCOME', form.consents.TELL_OUTCOME.question],
      ['SHOW_BEFORE', form.consents.SHOW_BEFORE.question],
    ])
  return {}
}
