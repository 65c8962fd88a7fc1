import Link from 'next/link'
import type { ReactNode } from 'react'

import type { ReleaseCard } from '@/lib/data/gallery'
import { placesBeside, whoDidIt } from './who-and-where'

type CaseStudyCardProps = { study: ReleaseCard; href: string; level?: 'h2' | 'h3'; mark?: ReactNode }

/** A case study in a list: who did what, in a sentence, and where. */
export async function CaseStudyCard({ study, href, level: Heading = 'h2', mark }: CaseStudyCardProps) {
  return (
    <article className="flex h-full flex-col border-t-4 border-canal pt-3">
      {mark ? <p className="mb-2">{mark}</p> : null}
      <Heading className="text-xl leading-snug">
        <Link href={href} prefetch={false} className="text-ink hover:text-canal">
          {study.title}
        </Link>
      </Heading>
      <p className="mt-2 max-w-[60ch]">{study.summary}</p>
      <p className="mt-3 text-sm text-muted">
        {[await whoDidIt(study), placesBeside(study).join(', ')].filter(Boolean).join(' · ')}
      </p>
    </article>
  )
}

/** Case studies side by side where there is room. */
export function CaseStudyGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="grid gap-x-8 gap-y-10 sm:grid-cols-2 xl:grid-cols-3">
      {children}
    </ul>
  )
}
