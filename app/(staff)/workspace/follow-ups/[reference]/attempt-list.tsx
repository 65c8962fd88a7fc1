import { Paragraphs } from '@/components/site/paragraphs'
import { Tag } from '@/components/ui/tag'
import type { AttemptView } from '@/lib/data/follow-up'
import { outcomeNames } from '@/lib/domain/follow-up'
import { londonDateTime } from '@/lib/domain/london-time'

import { NoteForm } from './note-form'

/** The calls that were tried, the newest first, with what was noted of each. */
export function AttemptList({ reference, attempts }: { reference: string; attempts: AttemptView[] }) {
  if (attempts.length === 0) return <p className="text-muted">Nobody has called yet.</p>
  return (
    <ol aria-label="Calls so far" className="max-w-[70ch] border-t border-line">
      {attempts.map(attempt => (
        <li key={attempt.id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Tag tone={attempt.outcome === 'REACHED' ? 'moss' : 'neutral'}>{outcomeNames[attempt.outcome]}</Tag>
            <span className="tabular-nums">{londonDateTime(attempt.calledAt)}</span>
            <span className="text-muted">{attempt.mine ? 'You' : attempt.by}</span>
          </p>
          {attempt.note ? (
            <div dir="auto" className="prose mt-2 break-words">
              <Paragraphs text={attempt.note} />
            </div>
          ) : (
            <p className="mt-2 text-muted">No note.</p>
          )}
          {attempt.mine ? <NoteForm reference={reference} attempt={attempt} /> : null}
        </li>
      ))}
    </ol>
  )
}
