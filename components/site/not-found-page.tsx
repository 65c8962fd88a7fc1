import Link from 'next/link'

import { Main, PageTitle } from './page'

type NotFoundPageProps = {
  words: { title: string; hints: string[]; elsewhere: string }
  links: { href: string; label: string }[]
}

/** Nothing is there: what may be the reason, and where to go from here. */
export function NotFoundPage({ words, links }: NotFoundPageProps) {
  return (
    <Main>
      <PageTitle title={words.title} />
      <div className="prose">
        {words.hints.map(hint => (
          <p key={hint}>{hint}</p>
        ))}
        <p>{words.elsewhere}</p>
        <ul>
          {links.map(link => (
            <li key={link.href}>
              <Link href={link.href} prefetch={false}>
                {link.label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Main>
  )
}
