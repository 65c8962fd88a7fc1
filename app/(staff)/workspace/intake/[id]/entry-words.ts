import { createTranslator } from 'next-intl'

import words from '@/lib/i18n/en/submit.json'
import { isStepField, stepFields } from '@/lib/domain/step-form'
import { fieldErrors, noPrompt, stepNames, type FieldError, type FieldName } from '@/lib/domain/step-fields'
import { limits, organisationTypes, practices } from '@/lib/domain/submission'

const translate = createTranslator({ locale: 'en', messages: words })

function isFieldError(key: string): key is FieldError {
  const [field = '', kind] = key.split('.')
  return isStepField(field) && fieldErrors[field].some(known => known === kind)
}

/** The sentence for what is wrong with a field, as the wizard says it. */
export function sentenceFor(error: string): string {
  return isFieldError(error) ? translate(`errors.${error}`, limits) : 'Check this answer'
}

/** The label of a field, as the wizard has it; the name itself where it is none. */
export function labelOf(field: string): string {
  return isStepField(field) && field in words.labels ? translate(`labels.${field}`) : field
}

// The stories of an entry are counted in words; the number is put in as somebody types.
const counted = { count: '{count}', unit: 'words' }

/** All words that the page of an entry shows, resolved on the server. */
export function entryWords() {
  return {
    headings: Object.fromEntries(stepNames.map(step => [step, translate(`steps.${step}.heading`)])),
    labels: Object.fromEntries(stepNames.flatMap(stepFields).map(field => [field, labelOf(field)])) as Record<
      FieldName,
      string
    >,
    types: organisationTypes.map(value => ({ value, label: translate(`organisationTypes.${value}`) })),
    practices: practices.map(value => ({ value, label: translate(`practices.${value}`) })),
    none: { value: noPrompt, label: translate('nonePrompt'), hint: translate('nonePromptHint') },
    tiles: { label: translate('tiles.label'), others: translate('tiles.others') },
    links: [
      translate('labels.links'),
      ...Array.from({ length: limits.links - 1 }, (_, index) => translate('anotherLink', { number: index + 2 })),
    ],
    count: {
      limit: translate('count.limit', counted),
      left: { one: translate('count.leftOne', counted), other: translate('count.leftOther', counted) },
      over: { one: translate('count.overOne', counted), other: translate('count.overOther', counted) },
    },
  }
}
export type EntryWords = ReturnType<typeof entryWords>
