import Link from 'next/link'

import { classNames } from '@/components/ui/class-names'

import { NavLinks, type NavLink } from './nav-links'

type SiteHeaderProps = { name: string; home?: string; navLabel: string; links: NavLink[]; narrow?: boolean }

/** The top of every public page: the portal's name and where one can go from here. */
export function SiteHeader({ name, home = '/', navLabel, links, narrow }: SiteHeaderProps) {
  return (
    <header className="border-b border-line bg-sheet">
      <div
        className={classNames(
          'mx-auto flex flex-wrap items-center justify-between gap-x-8 px-4 py-2 sm:px-8',
          narrow ? 'max-w-5xl' : 'max-w-6xl',
        )}
      >
        <Link
          href={home}
          prefetch={false}
          className="inline-flex min-h-control items-center gap-3 text-ink no-underline hover:underline"
        >
          <Mark />
          <span className="font-serif text-lg leading-tight font-semibold tracking-tight">{name}</span>
        </Link>
        {links.length > 0 ? (
          <nav aria-label={navLabel}>
            <NavLinks links={links} />
          </nav>
        ) : null}
      </div>
    </header>
  )
}

/** Six tiles of the region, one of them lit: the same as the icon. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 26 26" className="size-8 flex-none">
      <g className="fill-canal">
        <rect x="9" width="8" height="8" />
        <rect y="9" width="8" height="8" />
        <rect x="9" y="9" width="8" height="8" />
        <rect x="9" y="18" width="8" height="8" />
        <rect x="18" y="18" width="8" height="8" />
      </g>
      <rect x="18" y="9" width="8" height="8" className="fill-furnace" />
    </svg>
  )
}
