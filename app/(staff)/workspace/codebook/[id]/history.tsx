import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import type { ChangeView } from '@/lib/data/codebook-history'
import { writeCursor, type Cursor } from '@/lib/domain/cursor'
import { londonDateTime } from '@/lib/domain/london-time'

import { undoLast } from '@/app/(staff)/workspace/codebook/actions'

/** Who did what to a code and when, newest first, with what it said before and after. */
export function History({ codeId, changes, older }: { codeId: string; changes: ChangeView[]; older: Cursor | null }) {
  if (changes.length === 0) return <p className="text-muted">It has stood as it is since the codebook was made.</p>
  return (
    <>
      <ol className="max-w-4xl border-t border-line">
        {changes.map(change => (
          <li key={change.id} className="border-b border-line py-3">
            <p className="break-words">
              <span className="font-semibold">{change.by}</span> {change.said}
              {change.undoneAt ? <span className="text-muted"> (undone {londonDateTime(change.undoneAt)})</span> : null}
            </p>
            <p className="text-sm text-muted">
              <time dateTime={change.at.toISOString()}>{londonDateTime(change.at)}</time>
            </p>
            {change.differences.length > 0 ? <Differences change={change} /> : null}
            {change.undoable ? (
              <ActionForm action={undoLast} submit="Undo" variant="secondary" small className="mt-2">
                <input type="hidden" name="changeId" value={change.id} />
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ol>
      <Pagination
        label="Pages of the history"
        older={
          older
            ? { href: `/workspace/codebook/${codeId}?before=${writeCursor(older)}#history`, label: 'Older changes' }
            : undefined
        }
      />
    </>
  )
}

function Differences({ change: { differences, isNew } }: { change: ChangeView }) {
  const was = !isNew
  return (
    <Disclosure summary={was ? 'Before and after' : 'What it said'}>
      <Table caption={was ? 'Before and after' : 'What it said'} captionHidden>
        <thead>
          <tr>
            <th scope="col">What</th>
            {was ? <th scope="col">Before</th> : null}
            <th scope="col">{was ? 'After' : 'Words'}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {was ? <td className="whitespace-pre-line">{before || '—'}</td> : null}
              <td className="whitespace-pre-line">{after || '—'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  )
}
