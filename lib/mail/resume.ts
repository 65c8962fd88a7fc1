import { createTranslator } from 'next-intl'

import words from '@/lib/i18n/en/mail.json'

/** The mail with the private link to a draft; `{link}` in it is put in when it goes out. */
export function composeResumeMail({ callName, contactEmail }: { callName: string; contactEmail: string }) {
  const t = createTranslator({ locale: 'en', messages: words, namespace: 'resume' })
  const paragraphs = [
    t('begun', { call: callName }),
    '{link}',
    t('whoever'),
    t('until'),
    t('mistake', { contact: contactEmail }),
  ]
  return { subject: t('subject', { call: callName }), body: `${paragraphs.join('\n\n')}\n` }
}
