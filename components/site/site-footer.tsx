import Link from 'next/link'
import type { ReactNode } from 'react'

type SiteFooterProps = {
  linksLabel: string
  links: { href: string; label: string }[]
  partnersLabel?: string
  partners?: readonly string[]
  children?: ReactNode
}

/** Who stands behind the portal, and what the law and good manners ask to be found from every page. */
export function SiteFooter({ linksLabel, links, partnersLabel, partners = [], children }: SiteFooterProps) {
  return (
    <footer className="no-print mt-20 border-t-4 border-canal bg-sheet">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-8 sm:px-8">
        {partners.length > 0 ? (
          <div>
            <p className="text-sm text-muted">{partnersLabel}</p>
            <ul className="mt-1 flex flex-col gap-x-8 gap-y-1 font-serif text-lg sm:flex-row sm:flex-wrap">
              {partners.map(partner => (
                <li key={partner}>{partner}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <nav aria-label={linksLabel}>
          <ul className="flex flex-wrap gap-x-6">
            {links.map(link => (
              <li key={link.href}>
                <Link href={link.href} prefetch={false} className="inline-flex min-h-control items-center">
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {children ? <div className="max-w-[66ch] text-sm text-muted">{children}</div> : null}
      </div>
    </footer>
  )
}
