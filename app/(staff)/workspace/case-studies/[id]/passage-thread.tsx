import type { PassageCommentView, RemarkView } from '@/lib/data/passage-comments'
import { londonDateTime } from '@/lib/domain/london-time'

import { AnswerForm, ResolveForm } from './passage-forms'

type ThreadProps = { comments: PassageCommentView[]; mayAnswer: boolean }

/** Comments with what they quote and the answers to them. Those that are resolved are folded away, not gone. */
export function PassageThread({ comments, mayAnswer }: ThreadProps) {
  const [open, resolved] = [comments.filter(comment => !comment.resolved), comments.filter(({ resolved }) => resolved)]
  if (comments.length === 0) return null
  return (
    <div className="mt-2 flex flex-col gap-3 font-sans text-base">
      {open.map(comment => (
        <Thread key={comment.id} comment={comment} mayAnswer={mayAnswer} />
      ))}
      {resolved.length > 0 ? (
        <details>
          <summary className="min-h-6 text-sm text-muted">
            {resolved.length === 1 ? '1 resolved comment' : `${resolved.length} resolved comments`}
          </summary>
          <div className="mt-2 flex flex-col gap-3">
            {resolved.map(comment => (
              <Thread key={comment.id} comment={comment} mayAnswer={mayAnswer} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}

function Thread({ comment, mayAnswer }: { comment: PassageCommentView; mayAnswer: boolean }) {
  const { id, quotation, answers, resolved } = comment
  return (
    <section
      aria-label={`Comment by ${comment.author}`}
      className="rounded-md border-l-4 border-canal bg-sheet px-4 py-3"
    >
      <blockquote className="max-w-2xl font-serif text-muted">“{quotation}”</blockquote>
      <Remark remark={comment} />
      {answers.length > 0 ? (
        <ul className="mt-2 flex flex-col gap-2 border-l-2 border-line pl-4">
          {answers.map(answer => (
            <li key={answer.id}>
              <Remark remark={answer} />
            </li>
          ))}
        </ul>
      ) : null}
      {resolved ? <p className="mt-2 text-sm text-muted">Resolved by {resolved.by}.</p> : null}
      {mayAnswer ? (
        <div className="no-print mt-1 flex flex-wrap items-start gap-x-4">
          {resolved ? null : <AnswerForm comment={id} />}
          <ResolveForm comment={id} resolved={resolved !== null} />
        </div>
      ) : null}
    </section>
  )
}

function Remark({ remark: { author, team, body, createdAt } }: { remark: RemarkView }) {
  return (
    <div className="mt-1">
      <p dir="auto" className="max-w-2xl whitespace-pre-line">
        {body}
      </p>
      <p className="text-sm text-muted">
        {author}
        {team ? `, ${team}` : ''} · <time dateTime={createdAt.toISOString()}>{londonDateTime(createdAt)}</time>
      </p>
    </div>
  )
}
