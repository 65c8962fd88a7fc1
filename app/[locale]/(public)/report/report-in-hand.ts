import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'

import { currentCall } from '@/lib/data/calls'
import { readEdition, type EditionView } from '@/lib/data/report-editions'
import { dateInWords } from '@/lib/i18n/in-words'

/** The report of the current call as it is published now: one reading for a page and what it says of itself. */
export const reportInHand = cache(async () => {
  const call = await currentCall()
  return { call, view: await readEdition(call.id) }
})

/** "Edition 2, 7 August 2026". */
export async function editionLine({ number, publishedAt }: Pick<EditionView, 'number' | 'publishedAt'>) {
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()])
  return t('edition', { number, day: dateInWords(publishedAt, locale) })
}
