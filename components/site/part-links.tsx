import Link from 'next/link'

type PartLinksProps = { label: string; links: { href: string; label: string; current: boolean }[] }

/** From one part or view of a page to another, each at its own address. */
export function PartLinks({ label, links }: PartLinksProps) {
  return (
    <nav aria-label={label} className="mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {links.map(link => (
          <li key={link.href}>
            <Link
              href={link.href}
              prefetch={false}
              aria-current={link.current ? 'page' : undefined}
              className="inline-flex min-h-control items-center border-b-4 border-transparent px-3 text-ink no-underline hover:underline aria-[current]:border-canal aria-[current]:font-semibold"
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
