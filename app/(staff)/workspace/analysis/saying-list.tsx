import Link from 'next/link'

import { Section } from '@/components/site/page'
import type { SayingView } from '@/lib/data/analysis-texts'

/** Where a phrase is said: the words around it, and the submission. */
export function SayingList({ phrase, sayings }: { phrase: string; sayings: SayingView[] }) {
  return (
    <Section title={`Where “${phrase}” is said`} id="said">
      {sayings.length === 0 ? <p>Nowhere in what is counted.</p> : null}
      <ol className="max-w-[85ch]">
        {sayings.map(({ before, said, after, reference, title }, index) => (
          <li key={index} className="border-b border-line py-3">
            <blockquote dir="auto">
              <span className="text-muted">{before}</span>
              <strong className="bg-canal-tint font-semibold">{said}</strong>
              <span className="text-muted">{after}</span>
            </blockquote>
            <p className="mt-1 text-sm text-muted">
              <Link href={`/workspace/submissions/${reference}`} prefetch={false} className="inline-block min-h-6">
                {title}
              </Link>{' '}
              · {reference}
            </p>
          </li>
        ))}
      </ol>
      {sayings.length === 100 ? <p className="mt-3 text-sm text-muted">The first 100 are shown.</p> : null}
    </Section>
  )
}
