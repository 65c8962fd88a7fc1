import Link from 'next/link'
import type { ReactNode } from 'react'

import { Chevron } from '@/components/ui/disclosure'

import { Mark } from './site-header'
import { NavLinks, type NavLink } from './nav-links'
import { SkipLink } from './skip-link'

type StaffShellProps = {
  name: string
  home: string
  groups: { label: string; links: NavLink[] }[]
  person: { name: string; team: string; role: string }
  /** Says which call is worked on, or lets one switch. */
  call?: ReactNode
  banner?: ReactNode
  signOut: ReactNode
  children: ReactNode
}

/**
 * Around every page of signed-in people: navigation at the left, a menu on small screens, the person at its foot.
 * Pages bring their own `Main`. The staff side is in English only, so its own words stand here.
 */
export function StaffShell({ name, home, groups, person, call, banner, signOut, children }: StaffShellProps) {
  const contents = (
    <>
      {groups.map(group => (
        <nav key={group.label} aria-label={group.label} className="mb-5">
          <p className="mb-1 px-3 text-sm text-muted">{group.label}</p>
          <NavLinks column links={group.links} />
        </nav>
      ))}
      <div className="border-t border-line px-3 pt-4 text-sm">
        <p className="font-semibold">{person.name}</p>
        <p className="text-muted">{[person.team, person.role].filter(Boolean).join(' · ')}</p>
        <div className="mt-2 flex flex-wrap items-center gap-x-4">
          <Link href="/account" prefetch={false} className="inline-flex min-h-control items-center">
            Your account
          </Link>
          {signOut}
        </div>
      </div>
    </>
  )
  return (
    <div className="workspace flex min-h-dvh flex-col">
      <SkipLink>Skip to main content</SkipLink>
      {banner}
      <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <header className="no-print border-b border-line bg-sheet lg:border-r lg:border-b-0">
          <div className="px-4 py-3 lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto lg:px-3 lg:py-5">
            <Link
              href={home}
              prefetch={false}
              className="flex min-h-control items-center gap-3 text-ink no-underline hover:underline lg:px-3"
            >
              <Mark />
              <span className="font-serif text-lg leading-tight font-semibold">{name}</span>
            </Link>
            {call ? <div className="mt-2 text-sm text-muted lg:px-3">{call}</div> : null}
            <details className="group mt-2 lg:hidden">
              <summary className="inline-flex min-h-control list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
                <Chevron className="rotate-90 group-open:-rotate-90" />
                Menu
              </summary>
              <div className="pt-3">{contents}</div>
            </details>
            <div className="hidden lg:mt-6 lg:block">{contents}</div>
          </div>
        </header>
        <div className="min-w-0 px-4 py-6 sm:px-8">{children}</div>
      </div>
    </div>
  )
}
