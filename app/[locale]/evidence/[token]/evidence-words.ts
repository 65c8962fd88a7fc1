import { getTranslations } from 'next-intl/server'

import { answerWords } from '@/app/[locale]/submit/answer-words'
import type { EvidenceView } from '@/lib/data/evidence'
import { consentKinds, type ConsentAnswer, type ConsentKind } from '@/lib/domain/consent'
import { sizeInWords } from '@/lib/domain/material'
import type { Difference } from '@/lib/domain/revision'
import { stepFields, type FormValues } from '@/lib/domain/step-form'
import type { FieldName, StepName } from '@/lib/domain/step-fields'

/** An answer under its label, in words. Empty where nothing was answered. */
type Answered = { field: FieldName; label: string; value: string }

const told: readonly StepName[] = ['organisation', 'place', 'example', 'story', 'material']
const contactFields: readonly FieldName[] = ['contactName', 'email', 'telephone', 'bestTimes']

/** “What happened? (optional)” is a question; above an answer it has no bracket. */
const asHeading = (label: string) => label.replace(/ \([^)]*\)$/, '')

/** The answers that stand, step by step, in the words of the form on which they were given. */
export async function answersInWords({
  form,
  answers,
}: EvidenceView): Promise<{ step: StepName; items: Answered[] }[]> {
  const [t, words] = await Promise.all([getTranslations('submit.labels'), answerWords(form)])
  return told.map(step => ({
    step,
    items: stepFields(step)
      .filter(field => field !== 'practiceOf' || answers.organisation.practice === 'ELSEWHERE')
      .map(field => ({ field, label: asHeading(t(field)), value: words(field, answers[step]) })),
  }))
}

/** The ways to reach somebody that were given. */
export async function contactInWords({ answers }: EvidenceView): Promise<Answered[]> {
  const t = await getTranslations('submit.labels')
  return contactFields
    .map(field => ({ field, label: asHeading(t(field)), value: String(answers.contact[field] ?? '') }))
    .filter(({ value }) => value !== '')
}

/** A consent or wish that is in force, with the label of its answer. */
export type ConsentInWords = {
  kind: ConsentKind
  question: string
  explanation: string
  answer: ConsentAnswer
  label: string
  givenAt: string
  wording: string
}

/** The consents in force, in the order in which they were asked. */
export async function consentsInWords({ form, consents }: EvidenceView): Promise<ConsentInWords[]> {
  const t = await getTranslations('evidence.consents')
  return consentKinds.flatMap(kind => {
    const given = consents.find(consent => consent.kind === kind && consent.until === null)
    if (!given) return []
    const { question, explanation, answers } = form.consents[kind]
    const label = answers.find(({ value }) => value === given.answer)?.label ?? t('no')
    const { answer, givenAt, wording } = given
    return { kind, question, explanation, answer, label, givenAt, wording }
  })
}

/** What one correction changed, in words: texts by their versions, files by their names. */
export async function changesInWords({ form, texts, files }: EvidenceView) {
  const [t, own, words] = await Promise.all([
    getTranslations('submit.labels'),
    getTranslations('evidence'),
    answerWords(form),
  ])
  const fileNames = new Map(files.map(({ id, name }) => [id, name]))
  const valueOf = (field: Difference['field'], values: string[]): string => {
    if (field === 'files') return values.map(id => fileNames.get(id) ?? '…').join('\n')
    const text = texts.find(one => one.field === field)
    if (text) return text.versions.find(({ number }) => String(number) === values[0])?.body ?? ''
    const isList = field === 'communities' || field === 'places' || field === 'prompts' || field === 'links'
    const said: FormValues = { [field]: isList ? values : (values[0] ?? '') }
    return values.length > 0 ? words(field, said) : ''
  }
  return (changes: Difference[]) =>
    changes.map(({ field, before, after }) => ({
      label: field === 'files' ? own('answers.files') : asHeading(t(field)),
      before: valueOf(field, before),
      after: valueOf(field, after),
    }))
}

/** “report.pdf, 1.2 MB” */
export async function fileInWords({ name, bytes }: EvidenceView['files'][number]): Promise<string> {
  const t = await getTranslations('evidence.answers')
  return t('file', { name, size: sizeInWords(bytes) })
}
