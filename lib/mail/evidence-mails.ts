import { createTranslator } from 'next-intl'

import { dateInWords } from '@/lib/i18n/in-words'
import words from '@/lib/i18n/en/mail.json'

/** A mail as it is queued: plain text, lines parted by LF. `{link}` in its body is made into a private link as it goes out. */
type Composed = { subject: string; body: string }

/** What every mail about a response says. */
type About = { reference: string; callName: string; contactEmail: string }

const link = '{link}'
const translator = <N extends keyof typeof words>(namespace: N) =>
  createTranslator({ locale: 'en', messages: words, namespace })

function letter(subject: string, paragraphs: string[]): Composed {
  return { subject, body: `${paragraphs.filter(Boolean).join('\n\n')}\n` }
}

/** A new private link, for somebody who lost theirs. The links before it no longer open anything. */
export function composePrivateLink({ reference, callName: call, contactEmail: contact }: About): Composed {
  const t = translator('privateLink')
  return letter(t('subject', { reference }), [
    t('why', { call, reference }),
    t('page', { link }),
    t('secret'),
    t('mistake', { contact }),
  ])
}

/** That a correction arrived. `settled`: it came after the reading was finished. */
export function composeCorrected(about: About & { settled: boolean }): Composed {
  const { reference, callName: call, contactEmail: contact } = about
  const t = translator('corrected')
  return letter(t('subject', { reference }), [
    t('arrived', { call, reference }),
    about.settled ? t('settled') : t('kept'),
    t('page', { link }),
    t('mistake', { contact }),
  ])
}

/** The last mail to somebody who withdrew. `erasedBy` is the day by which the rest is deleted. It holds no link. */
export function composeWithdrawn(about: About & { erasedBy: Date }): Composed {
  const { reference, callName: call, contactEmail: contact } = about
  const t = translator('withdrawn')
  return letter(t('subject', { reference }), [
    t('done', { call, reference }),
    t('erased', { day: dateInWords(about.erasedBy, 'en') }),
    t('last'),
    t('mistake', { contact }),
  ])
}

/** That a case study from their example waits for their yes. `lastDay` is the last one on which they can say no. */
export function composeShown(about: Omit<About, 'contactEmail'> & { title: string; lastDay: Date }): Composed {
  const { reference, callName: call, title } = about
  const t = translator('shown')
  return letter(t('subject', { title }), [
    t('asked', { call, reference }),
    t('read', { title, link }),
    t('silence', { day: dateInWords(about.lastDay, 'en') }),
    t('later'),
  ])
}

/** That a case study from their example is public, for who asked to be told. `address` is the whole address of its page. */
export function composePublished(about: Omit<About, 'contactEmail'> & { title: string; address: string }): Composed {
  const { reference, callName: call, title, address } = about
  const t = translator('published')
  return letter(t('subject', { title }), [
    t('asked', { call, reference }),
    t('published', { title }),
    t('read', { address }),
    t('page', { link }),
    t('stop'),
  ])
}
