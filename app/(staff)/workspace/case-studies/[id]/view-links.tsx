import Link from 'next/link'

/** The text as a form, and as readers will see it. */
export function ViewLinks({ path, editing, mayEdit }: { path: string; editing: boolean; mayEdit: boolean }) {
  if (!mayEdit) return null
  const links = [
    { href: `${path}?view=edit`, label: 'Edit', current: editing },
    { href: `${path}?view=preview`, label: 'As readers will see it', current: !editing },
  ]
  return (
    <nav aria-label="Views of this case study" className="mb-6">
      <ul className="flex flex-wrap gap-x-4 border-b border-line">
        {links.map(({ href, label, current }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={current ? 'page' : undefined}
              className="inline-flex min-h-control items-center border-b-4 border-transparent px-1 text-ink no-underline hover:underline aria-[current]:border-canal aria-[current]:font-semibold"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
