import Link from 'next/link'

import { Section } from '@/components/site/page'
import type { ChangeView } from '@/lib/data/recent-changes'
import { londonDateTime } from '@/lib/domain/london-time'

/** What others did to the viewer's submissions lately. */
export function MyChanges({ changes }: { changes: ChangeView[] }) {
  return (
    <Section title="What changed" id="changes">
      {changes.length > 0 ? (
        <ul aria-labelledby="changes" className="flex flex-col gap-2">
          {changes.map(({ at, who, what, reference, title }, index) => (
            <li key={index} className="grid gap-x-6 border-b border-line pb-2 md:grid-cols-[12rem_minmax(0,1fr)]">
              <time dateTime={at} className="text-sm text-muted tabular-nums">
                {londonDateTime(at)}
              </time>
              <span className="min-w-0">
                {who} {what}:{' '}
                <Link href={`/workspace/submissions/${reference}`} prefetch={false} className="inline-block min-h-6">
                  {title}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nobody else has worked on your submissions in the last three weeks.</p>
      )}
    </Section>
  )
}
