'use client'

import Link from 'next/link'
import { useSelectedLayoutSegments } from 'next/navigation'
import type { MouseEvent } from 'react'

import { classNames } from '@/components/ui/class-names'

/** `count` is said after the label, for things that wait. `alone` is for a page that the ones below it are no part of. */
export type NavLink = { href: string; label: string; count?: number | undefined; alone?: boolean }

/**
 * Links that know which of them the page is in: the one with the longest address that begins the page's. Stands in a
 * layout at the top of its side, whose segments are the address; the browser's own address differs from the server's,
 * which knows public pages by their language.
 */
export function NavLinks({ links, column }: { links: NavLink[]; column?: boolean }) {
  const segments = useSelectedLayoutSegments().filter(segment => !segment.startsWith('('))
  const path = `/${segments.join('/')}`
  const within = links.filter(link => path === link.href || (!link.alone && path.startsWith(`${link.href}/`)))
  const current = within.reduce<NavLink | undefined>(
    (best, link) => (best && best.href.length >= link.href.length ? best : link),
    undefined,
  )
  return (
    <ul className={column ? 'flex flex-col gap-0.5' : '-mx-2 flex flex-wrap text-sm sm:gap-x-2 sm:text-base'}>
      {links.map(link => (
        <li key={link.href}>
          <Link
            href={link.href}
            prefetch={false}
            onClick={closeMenu}
            aria-current={link === current ? (path === link.href ? 'page' : 'true') : undefined}
            className={classNames(
              'flex min-h-control items-center gap-2 px-2 text-ink no-underline hover:text-canal hover:underline',
              column
                ? 'rounded-r-md border-l-4 border-transparent px-3 aria-[current]:border-canal aria-[current]:bg-canal-tint aria-[current]:font-semibold'
                : 'border-b-4 border-transparent pt-1 aria-[current]:border-canal aria-[current]:font-semibold',
            )}
          >
            {link.label}
            {link.count ? <span className="rounded-full bg-canal px-2 text-sm text-on-canal">{link.count}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The menu of small screens lies in the layout, which stays: a page chosen from it must not appear below it. */
function closeMenu(event: MouseEvent<HTMLElement>) {
  event.currentTarget.closest('details')?.removeAttribute('open')
}
