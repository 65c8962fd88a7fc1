import Link from 'next/link'

import { Section } from '@/components/site/page'
import { listMentions } from '@/lib/data/mentions'
import { londonDateTime } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'

/** Comments that name the viewer and that they have not opened yet. Nothing where there are none. */
export async function MyMentions({ viewer, callId }: { viewer: Viewer; callId: string }) {
  const { mentions, count } = await listMentions(viewer, callId)
  if (count === 0) return null
  return (
    <Section title="You were mentioned" id="mentions">
      <ul aria-labelledby="mentions" className="flex max-w-200 flex-col gap-4">
        {mentions.map(({ commentId, reference, title, body, by, at }) => (
          <li key={commentId} className="border-l-4 border-canal pl-3">
            <Link
              href={`/workspace/submissions/${reference}#comment-${commentId}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center font-semibold"
            >
              {title}
            </Link>
            <p className="text-sm text-muted">
              {by.name}
              {by.team ? `, ${by.team}` : ''} · <time dateTime={at}>{londonDateTime(at)}</time>
            </p>
            <p dir="auto" className="line-clamp-3 break-words">
              {body}
            </p>
          </li>
        ))}
      </ul>
      {count > mentions.length ? (
        <p className="mt-4 text-muted">
          And {(count - mentions.length).toLocaleString('en-GB')} more, which come up here as you open these.
        </p>
      ) : null}
    </Section>
  )
}
