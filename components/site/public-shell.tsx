import type { ReactNode } from 'react'

import { DemonstrationBanner } from './demonstration-banner'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'
import type { NavLink } from './nav-links'

type PublicShellProps = {
  words: {
    name: string
    skip: string
    navigation: string
    more: string
    partners: string
    demonstration: string
    demonstrationMore: string
    independent?: string
  }
  links: NavLink[]
  footerLinks: { href: string; label: string }[]
  partners: readonly string[]
  demonstration: boolean
  children: ReactNode
}

/** Around every public page. Pages bring their own `Main`. The wizard gives no `links`: one thing at a time. */
export function PublicShell({ words, links, footerLinks, partners, demonstration, children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{words.skip}</SkipLink>
      {demonstration ? (
        <DemonstrationBanner title={words.demonstration}>{words.demonstrationMore}</DemonstrationBanner>
      ) : null}
      <SiteHeader name={words.name} navLabel={words.navigation} links={links} />
      <div className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 sm:px-8 sm:py-12">{children}</div>
      <SiteFooter linksLabel={words.more} links={footerLinks} partnersLabel={words.partners} partners={partners} />
    </div>
  )
}
