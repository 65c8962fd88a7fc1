import { getLocale, getTranslations } from 'next-intl/server'

import type { CallView } from '@/lib/data/calls'
import { licence } from '@/lib/domain/open-data'
import { listInWords } from '@/lib/i18n/in-words'

/** How the open data of a call is named and credited. */
export async function openWords(call: CallView) {
  const [t, locale] = await Promise.all([getTranslations('data'), getLocale()])
  const partners = call.partners.map(partner => partner.name)
  const name = t('name', { call: call.name })
  const by = partners.length > 0 ? listInWords(partners, locale) : t('unsigned')
  return { name, by, attribution: t('attribution', { name, by, short: licence.short }) }
}
