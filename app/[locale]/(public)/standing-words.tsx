import Link from 'next/link'
import type { ReactNode } from 'react'

import { MailLink } from '@/components/call/linked-text'

const ico = 'https://ico.org.uk/make-a-complaint/'
const eass = 'https://www.equalityadvisoryservice.com/'

/** What the tags in the words of the standing pages become. `page` is where `<page>` leads. */
export function tagsFor({ contact, page = '/contact' }: { contact: string; page?: string }) {
  return {
    p: (words: ReactNode) => <p>{words}</p>,
    ul: (words: ReactNode) => <ul>{words}</ul>,
    li: (words: ReactNode) => <li>{words}</li>,
    b: (words: ReactNode) => <strong>{words}</strong>,
    contact: () => <MailLink address={contact} />,
    page: (words: ReactNode) => (
      <Link href={page} prefetch={false}>
        {words}
      </Link>
    ),
    ico: (words: ReactNode) => <a href={ico}>{words}</a>,
    eass: (words: ReactNode) => <a href={eass}>{words}</a>,
  }
}
