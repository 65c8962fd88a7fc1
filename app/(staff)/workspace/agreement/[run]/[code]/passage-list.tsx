import Link from 'next/link'

import { Table } from '@/components/ui/table'
import { Swatch, Tag } from '@/components/ui/tag'
import type { ComparedView, PassageView } from '@/lib/data/agreement-passages'
import type { ComparedUnit } from '@/lib/domain/agreement-words'

/** Submissions, each with what its two coders gave the code, side by side. `named` says of which code each passage is. */
export function PassageList({
  rows,
  unit,
  named,
}: {
  rows: readonly ComparedView[]
  unit: ComparedUnit
  named: boolean
}) {
  return (
    <ul className="flex flex-col gap-8">
      {rows.map(row => (
        <li key={row.id}>
          <h2 className="text-lg">
            <Link href={`/workspace/submissions/${row.reference}`} prefetch={false}>
              {row.title}
            </Link>
          </h2>
          <p className="mb-3 text-muted">
            {row.reference} · {row.organisation}
            {unit === 'submission' && !named ? ` · ${wholeVerdict(row)}` : ''}
          </p>
          <Passages row={row} named={named} />
        </li>
      ))}
    </ul>
  )
}

function wholeVerdict({ passages, coders }: ComparedView): string {
  const [first, second] = [passages.some(usedByFirst), passages.some(usedBySecond)]
  if (first && second) return 'both used it'
  return `only ${first ? coders.first : coders.second} used it`
}

const usedByFirst = ({ verdict }: PassageView) => verdict !== 'second'
const usedBySecond = ({ verdict }: PassageView) => verdict !== 'first'

function Passages({ row, named }: { row: ComparedView; named: boolean }) {
  return (
    <Table caption={`What two coders did in ${row.reference}`} captionHidden wide>
      <thead>
        <tr>
          {named ? <th scope="col">Code</th> : null}
          <th scope="col" className="w-2/5">
            {row.coders.first}
          </th>
          <th scope="col" className="w-2/5">
            {row.coders.second}
          </th>
          <th scope="col">Agreed?</th>
        </tr>
      </thead>
      <tbody>
        {row.passages.map((passage, at) => (
          <tr key={at}>
            {named ? (
              <td>
                <span className="inline-flex items-baseline gap-2">
                  <Swatch colour={passage.code.colour} />
                  {passage.code.name}
                </span>
              </td>
            ) : null}
            <Side passage={passage} side="first" />
            <Side passage={passage} side="second" />
            <td>
              <Verdict passage={passage} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Side({ passage, side }: { passage: PassageView; side: 'first' | 'second' }) {
  const used = side === 'first' ? usedByFirst(passage) : usedBySecond(passage)
  return (
    <td dir="auto">
      {passage.tag ? (used ? 'On the whole submission' : '') : null}
      {used ? null : <span className="text-muted">Not coded</span>}
      {passage[side].map((quotation, at) => (
        <p key={at} className={at > 0 ? 'mt-2' : ''}>
          <span className="text-muted">{quotation.before}</span>
          <mark className="bg-canal-tint font-semibold text-ink">{quotation.words}</mark>
          <span className="text-muted">{quotation.after}</span>
        </p>
      ))}
    </td>
  )
}

function Verdict({ passage: { verdict } }: { passage: PassageView }) {
  if (verdict === 'same') return <Tag tone="moss">Agreed</Tag>
  if (verdict === 'overlaps') return <Tag>In part</Tag>
  return <Tag tone="furnace">One only</Tag>
}
