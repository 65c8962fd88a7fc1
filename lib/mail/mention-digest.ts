import { createTranslator } from 'next-intl'

import { listInWords } from '@/lib/i18n/in-words'
import words from '@/lib/i18n/en/mail.json'

/** One submission with comments that name the reader. `by` are who wrote them, `address` where the first of them stands. */
export type DigestEntry = { reference: string; title: string; by: string[]; comments: number; address: string }

const mostTold = 20

/**
 * The one mail that tells somebody of all comments that name them: on which submissions, by whom, and where. What was
 * written, and who the respondent is, stays in the portal.
 */
export function composeMentionDigest({ name, entries }: { name: string; entries: readonly DigestEntry[] }) {
  const t = createTranslator({ locale: 'en', messages: words, namespace: 'mentions' })
  const comments = entries.reduce((sum, entry) => sum + entry.comments, 0)
  const told = entries
    .slice(0, mostTold)
    .map(({ title, reference, by, address, comments: count }) =>
      [t('submission', { title, reference }), t('by', { by: listInWords(by, 'en'), count }), address].join('\n'),
    )
  const more = entries.length - told.length
  const paragraphs = [
    t('greeting', { name }),
    t('named', { count: comments }),
    ...told,
    more > 0 ? t('more', { count: more }) : '',
    t('where'),
  ]
  return { subject: t('subject', { count: comments }), body: `${paragraphs.filter(Boolean).join('\n\n')}\n` }
}
