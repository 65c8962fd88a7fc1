import Link from 'next/link'

import { Table } from '@/components/ui/table'
import type { AuditView } from '@/lib/data/audit-trail'
import { auditAddress, type AuditFilter } from '@/lib/domain/audit-filter'
import { deedInWords } from '@/lib/domain/audit-sentence'
import { londonDateTime } from '@/lib/domain/london-time'

export function AuditTable({ entries, filter }: { entries: AuditView[]; filter: AuditFilter }) {
  return (
    <Table caption="The audit trail, newest first" captionHidden>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who did what</th>
          <th scope="col">To what</th>
          <th scope="col">As it is kept</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <tr key={entry.id}>
            <td className="min-w-36">{londonDateTime(entry.at)}</td>
            <td className="min-w-48">
              <strong>{entry.actor.name}</strong> {deedInWords(entry.action)}
            </td>
            <td>
              <Link href={auditAddress({ ...filter, thing: entry.thing.id })} prefetch={false}>
                {entry.thing.name ?? thingName(entry.thing.kind)}
                <span className="sr-only">: only what was done to it</span>
              </Link>
            </td>
            <td className="min-w-[25rem] text-sm break-words text-muted">
              <Kept entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** `caseStudy` as "Case study". */
function thingName(kind: string): string {
  const words = kind.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function Kept({ entry: { action, actor, thing, details } }: { entry: AuditView }) {
  const lines = [
    action,
    ...(actor.id ? [`by ${actor.id}`] : []),
    `${thing.kind} ${thing.id}`,
    ...details.map(({ name, value }) => `${name} ${value}`),
  ]
  return (
    <ul>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
