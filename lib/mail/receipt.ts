import { createTranslator } from 'next-intl'

import { listInWords } from '@/lib/i18n/in-words'
import words from '@/lib/i18n/en/mail.json'

/** A mail as it is queued: plain text, lines parted by LF. */
type Composed = { subject: string; body: string }

type Receipt = {
  reference: string
  title: string
  callName: string
  partners: readonly string[]
  reportExpected: string
  contactEmail: string
  mayTelephone: boolean
}

/**
 * The receipt that a respondent gets. It says nothing of what they wrote but the title. `{link}` in it
 * is made into their private link as it goes out.
 */
export function composeReceipt(receipt: Receipt): Composed {
  const t = createTranslator({ locale: 'en', messages: words, namespace: 'receipt' })
  const { reference, contactEmail: contact } = receipt
  const partners = listInWords(receipt.partners, 'en')
  const paragraphs = [
    t('thanks', { call: receipt.callName }),
    t('reference', { reference }),
    t('title', { title: receipt.title }),
    `${t('next')}\n${t('read', { partners })}`,
    receipt.mayTelephone ? t('telephone') : '',
    receipt.reportExpected ? t('report', { expected: receipt.reportExpected }) : '',
    t('page', { link: '{link}' }),
    t('secret', { contact }),
    t('mistake', { contact }),
  ]
  return { subject: t('subject', { reference }), body: `${paragraphs.filter(Boolean).join('\n\n')}\n` }
}
