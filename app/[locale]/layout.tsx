import { hasLocale } from 'next-intl'
import { notFound } from 'next/navigation'

import { routing } from '@/lib/i18n/routing'

/** Everything in here has words of its own in each language. */
export default async function LocaleLayout({ params, children }: LayoutProps<'/[locale]'>) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  return children
}
