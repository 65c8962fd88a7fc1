import { createTranslator } from 'next-intl'

import words from '@/lib/i18n/en/mail.json'

/**
 * What the sender of a mail gets when it has become a response: thanks, and the private link by which they complete
 * places, themes and consents. It repeats nothing of what they wrote. `{link}` stands for the link.
 */
export function composeInvitation({ callName, contactEmail }: { callName: string; contactEmail: string }) {
  const t = createTranslator({ locale: 'en', messages: words, namespace: 'invitation' })
  const paragraphs = [
    t('thanks', { call: callName }),
    t('ask'),
    '{link}',
    t('private'),
    t('otherwise', { contact: contactEmail }),
    t('mistake', { contact: contactEmail }),
  ]
  return { subject: t('subject', { call: callName }), body: `${paragraphs.join('\n\n')}\n` }
}
