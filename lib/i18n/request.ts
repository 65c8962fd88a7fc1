import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'

import { callTimeZone } from '@/lib/domain/call'
import { en } from './en'
import { routing } from './routing'

const messages = { en }

/** The words and the time zone of one request, for `getTranslations` and `getFormatter`. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  return { locale, messages: messages[locale], timeZone: callTimeZone }
})
