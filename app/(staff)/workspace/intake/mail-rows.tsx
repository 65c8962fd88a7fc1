import Link from 'next/link'

import { Tag } from '@/components/ui/tag'
import type { IncomingRow } from '@/lib/data/intake'
import { londonDateTime } from '@/lib/domain/london-time'

/** Mails, newest first: each subject leads to its mail. */
export function MailRows({ rows }: { rows: IncomingRow[] }) {
  return (
    <ol aria-label="Mails" className="border-t border-line">
      {rows.map(mail => (
        <li key={mail.id} className="grid gap-x-8 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_14rem]">
          <div className="min-w-0">
            <h3 dir="auto" className="text-lg leading-snug break-words">
              <Link href={`/workspace/intake/mails/${mail.id}`} prefetch={false} className="inline-block min-h-6">
                {mail.subject || 'Without a subject'}
              </Link>
            </h3>
            <p dir="auto" className="break-words">
              {mail.from}
            </p>
          </div>
          <p className="flex flex-wrap content-start items-center gap-x-3 gap-y-1 text-sm text-muted">
            <MailKindTag kind={mail.kind} />
            {mail.files > 0 ? <span>{mail.files === 1 ? '1 file' : `${mail.files} files`}</span> : null}
            <time dateTime={mail.arrivedAt}>{londonDateTime(mail.arrivedAt)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}

/** What a mail is, where it is no letter. */
export function MailKindTag({ kind }: { kind: IncomingRow['kind'] }) {
  if (kind === 'LETTER') return null
  return kind === 'BOUNCE' ? <Tag tone="furnace">Came back</Tag> : <Tag>Automatic</Tag>
}
