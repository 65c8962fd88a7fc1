import { createTranslator } from 'next-intl'

import words from '@/lib/i18n/en/mail.json'

/** Tells somebody that an export can be fetched. What is in it stays in the portal; `{origin}` stands for our own address. */
export function composeExportMail(made: { name: string; what: string; rows: number }): {
  subject: string
  body: string
} {
  const t = createTranslator({ locale: 'en', messages: words, namespace: 'export' })
  const { name, what, rows } = made
  const paragraphs = [
    t('greeting', { name }),
    t('ready', { what: what.toLowerCase(), count: rows }),
    `${t('fetch')}\n{origin}/workspace/exchange/exports`,
    t('kept'),
  ]
  return { subject: t('subject', { what: what.toLowerCase() }), body: `${paragraphs.join('\n\n')}\n` }
}
