import { createTranslator } from 'next-intl'

import words from './en/standing.json'

type Bodies = { partners: readonly string[]; commissioner: string; contactEmail: string }

const kept = ['draft', 'contact', 'withdrawn', 'evidence', 'published', 'audit'] as const

/** The privacy notice as plain text, lines parted by LF: what is kept with a response as the notice that it was given on. */
export function noticeText({ partners, commissioner, contactEmail }: Bodies): string {
  const t = createTranslator({ locale: 'en', messages: words, namespace: 'privacy' })
  const inner = (chunks: string) => chunks
  const tags = {
    p: (chunks: string) => `${chunks}\n\n`,
    ul: (chunks: string) => `${chunks}\n`,
    li: (chunks: string) => `• ${chunks}\n`,
    b: inner,
    page: inner,
    ico: inner,
    contact: () => contactEmail,
    partners: () => partners.map(name => `• ${name}\n`).join(''),
  }
  const part = (name: 'short' | 'who' | 'what' | 'why' | 'sees' | 'rights' | 'complain') =>
    `${t(`${name}.title`)}\n\n${t.markup(`${name}.body`, tags).trim()}`
  const long = kept.map(kind => `• ${t(`long.rows.${kind}.kind`)}: ${t(`long.rows.${kind}.time`)}`)
  return [
    t('title'),
    part('short'),
    part('who') + (commissioner ? `\n\n${t('commissioner', { commissioner })}` : ''),
    part('what'),
    part('why'),
    part('sees'),
    `${t('long.title')}\n\n${long.join('\n')}`,
    part('rights'),
    part('complain'),
  ].join('\n\n')
}
