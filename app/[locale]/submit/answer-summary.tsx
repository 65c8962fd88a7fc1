import { getTranslations } from 'next-intl/server'

import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { FileView } from '@/lib/data/files'
import type { FormContent } from '@/lib/domain/form-version'
import type { FormValues } from '@/lib/domain/step-form'
import { stepNames, type StepName } from '@/lib/domain/step-fields'
import { asTerm, stepInWords } from './answer-words'

type SummaryProps = {
  answers: Partial<Record<StepName, FormValues>>
  files: FileView[]
  form: FormContent
  change: boolean
}

/** All that was answered, step by step, each with a way to change it unless there is nothing left to change. */
export async function AnswerSummary({ answers, files, form, change }: SummaryProps) {
  const t = await getTranslations('submit')
  const sections = await Promise.all(
    stepNames.map(async step => ({ step, items: await describe(step, answers[step], form, change) })),
  )
  const material = sections.find(({ step }) => step === 'material')
  if (material && (material.items.length > 0 || files.length > 0))
    material.items.push(await describeFiles(files, change))
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

async function describe(
  step: StepName,
  values: FormValues | undefined,
  form: FormContent,
  change: boolean,
): Promise<Description[]> {
  if (!values) return []
  const t = await getTranslations('submit')
  return (await stepInWords(step, values, form)).map(({ field, label, value }) => ({
    term: asTerm(label),
    value: value || <span className="text-muted">{t('check.none')}</span>,
    action: change
      ? { href: `/submit/${step}?change=1#${field}`, label: t('check.change'), what: label.toLowerCase() }
      : undefined,
  }))
}

/** The files by their names, and pictures with what they are said to show. */
async function describeFiles(files: FileView[], change: boolean): Promise<Description> {
  const t = await getTranslations('submit')
  const lines = files.map(({ name, alt }) => (alt ? `${name}: ${alt}` : name)).join('\n')
  const label = asTerm(t('files.label'))
  return {
    term: label,
    value: lines || <span className="text-muted">{t('check.none')}</span>,
    action: change
      ? { href: '/submit/material?change=1#file', label: t('check.change'), what: label.toLowerCase() }
      : undefined,
  }
}
