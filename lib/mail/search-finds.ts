import { createTranslator } from 'next-intl'

import words from '@/lib/i18n/en/mail.json'

/** What one saved search found. `query` is what stands after the `?` of the library's address. */
export type Found = { name: string; query: string; studies: { title: string; slug: string; public: boolean }[] }

const t = createTranslator({ locale: 'en', messages: words, namespace: 'finds' })

/** The mail as it waits: it names no case study. `{finds}` stands for what is in the library when it goes out. */
export function composeSearchMail(name: string): { subject: string; body: string } {
  const paragraphs = [t('greeting', { name }), '{finds}', `${t('stop')}\n{origin}/library/searches`]
  return { subject: t('subject'), body: `${paragraphs.join('\n\n')}\n` }
}

/** What was found, search by search. `{origin}` stands for our own address. */
export function foundInWords(found: readonly Found[]): string {
  return found
    .filter(({ studies }) => studies.length > 0)
    .map(({ name, query, studies }) => {
      const listed = studies.map(({ title, slug, public: isPublic }) =>
        [t(isPublic ? 'public' : 'approved', { title }), `{origin}/library/case-studies/${slug}`].join('\n'),
      )
      const all = `${t('all')}\n{origin}/library${query ? `?${query}` : ''}`
      return [t('search', { name, count: studies.length }), ...listed, all].join('\n\n')
    })
    .join('\n\n')
}
