import { getTranslations } from 'next-intl/server'
import Link from 'next/link'

import type { Edition, EditionSection } from '@/lib/domain/report-edition'

type EditionContentsProps = { edition: Edition; hrefOf: (slug: string) => string; here?: string }

/** What an edition holds, each with its number and as a link. */
export async function EditionContents({ edition, hrefOf, here }: EditionContentsProps) {
  const t = await getTranslations('report')
  const parts = [
    { title: null, sections: edition.sections.filter(({ appendix }) => !appendix) },
    { title: t('appendices'), sections: edition.sections.filter(({ appendix }) => appendix) },
  ].filter(({ sections }) => sections.length > 0)
  return parts.map(({ title, sections }) => (
    <div key={title ?? ''}>
      {title ? <p className="mt-4 font-semibold">{title}</p> : null}
      <ul>
        {sections.map(section => (
          <li key={section.slug} className={section.depth === 2 ? 'pl-6' : ''}>
            <Line section={section} href={hrefOf(section.slug)} current={section.slug === here} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

function Line({ section, href, current }: { section: EditionSection; href: string; current: boolean }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className="inline-flex min-h-8 items-baseline gap-3 py-1 aria-[current]:font-semibold"
    >
      <span className="min-w-6 tabular-nums">{section.number}</span>
      {section.title}
    </Link>
  )
}
