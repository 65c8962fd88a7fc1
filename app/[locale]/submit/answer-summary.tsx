import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { CallView } from '@/lib/data/calls'
import { consentWords, type ConsentKind } from '@/lib/domain/consent'
import { listOf, stepFields, textOf, type FormValues } from '@/lib/domain/step-form'
import { noPrompt, stepNames, type AllAnswers, type FieldName, type StepName } from '@/lib/domain/steps'
import { organisationTypes } from '@/lib/domain/submission'

type SummaryProps = { answers: Partial<AllAnswers>; call: CallView; change: boolean }

/** All that was answered, step by step, each with a way to change it unless there is nothing left to change. */
export async function AnswerSummary({ answers, call, change }: SummaryProps) {
  const t = await getTranslations('submit')
  const sections = await Promise.all(
    stepNames.map(async step => ({ step, items: await describe(step, answers[step], call, change) })),
  )
  return sections
    .filter(({ items }) => items.length > 0)
    .map(({ step, items }) => (
      <section key={step} aria-labelledby={`answers-${step}`} className="mt-8">
        <h2 id={`answers-${step}`} className="mb-3 text-xl">
          {t(`check.sections.${step}`)}
        </h2>
        <DescriptionList items={items} />
      </section>
    ))
}

async function describe(step: StepName, values: FormValues | undefined, call: CallView, change: boolean) {
  if (!values) return []
  const t = await getTranslations('submit')
  const words = await valueWords(call)
  const items: Description[] = []
  for (const field of stepFields(step)) {
    if (isBeside(field, values)) continue
    const label = t(`labels.${field}`)
    const value = words(field, values)
    items.push({
      term: label.replace(/ \([^)]*\)$/, ''),
      value: value || <span className="text-muted">{t('check.none')}</span>,
      action: change
        ? { href: `/submit/${step}?change=1#${field}`, label: t('check.change'), what: label.toLowerCase() }
        : undefined,
    })
  }
  return items
}

/** Questions that were not asked, because of another answer. */
function isBeside(field: FieldName, values: FormValues): boolean {
  if (field === 'practiceOf') return values.practice !== 'ELSEWHERE'
  return (field === 'telephone' || field === 'bestTimes') && values.mayTelephone !== 'YES'
}

/** Turns what is kept into what people read: keys into names, lists into lines. */
async function valueWords(call: CallView) {
  const t = await getTranslations('submit')
  const consents = consentWords({ partners: call.partners.map(({ name }) => name), commissioner: call.commissioner })
  const places = new Map(call.places.map(({ key, name }) => [key, name]))
  const prompts = new Map([...call.prompts.map(({ key, theme }) => [key, theme] as const), [noPrompt, t('nonePrompt')]])
  const answered = (kind: ConsentKind, answer: string) =>
    consents[kind].answers.find(({ value }) => value === answer)?.label ?? ''
  const lines = (texts: (string | undefined)[]) => texts.filter(Boolean).join('\n')
  const special: Partial<Record<FieldName, (values: FormValues) => ReactNode>> = {
    organisationType: values =>
      t(`organisationTypes.${organisationTypes.find(type => type === values.organisationType) ?? 'OTHER'}`),
    practice: values => t(values.practice === 'OWN' ? 'practices.OWN' : 'practices.ELSEWHERE'),
    places: values => lines(listOf(values, 'places').map(key => places.get(key))),
    prompts: values => lines(listOf(values, 'prompts').map(key => prompts.get(key))),
    mayTelephone: values => answered('TELEPHONE', textOf(values, 'mayTelephone')),
    publish: values => answered('PUBLISH', textOf(values, 'publish')),
    wishes: values =>
      lines(listOf(values, 'wishes').map(wish => consents[wish === 'SHOW_BEFORE' ? wish : 'TELL_OUTCOME'].question)),
  }
  return (field: FieldName, values: FormValues): ReactNode =>
    special[field]?.(values) ?? (textOf(values, field) || lines(listOf(values, field)))
}
