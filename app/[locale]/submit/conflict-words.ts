import { getLocale, getTranslations } from 'next-intl/server'

import { currentCall } from '@/lib/data/calls'
import { getDraft, type AnswerConflict } from '@/lib/data/drafts'
import { currentForm } from '@/lib/data/form-versions'
import { isStepField } from '@/lib/domain/step-form'
import { timeInWords } from '@/lib/i18n/in-words'
import { answerWords } from './answer-words'

/** An answer that another page saved meanwhile, in the words of people; `value` is what a page puts into its field. */
export type ConflictInWords = {
  field: string
  label: string
  value: string | string[]
  words: string
  version: number
  time: string
}

/** What other pages saved meanwhile, for the respondent to choose from. */
export async function conflictsInWords(
  conflicts: readonly AnswerConflict[],
  token: string | null,
): Promise<ConflictInWords[]> {
  if (conflicts.length === 0) return []
  const [t, locale, draft] = await Promise.all([getTranslations('submit'), getLocale(), getDraft(token)])
  const words = await answerWords(draft?.form ?? currentForm(await currentCall()))
  return conflicts.flatMap(({ field, value, version, savedAt }) =>
    isStepField(field)
      ? [
          {
            field,
            label: t(`labels.${field}`),
            value,
            words: words(field, { [field]: value }),
            version,
            time: timeInWords(savedAt, locale),
          },
        ]
      : [],
  )
}
