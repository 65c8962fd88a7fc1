import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Tag } from '@/components/ui/tag'
import type { CommentView } from '@/lib/data/comments'
import { londonDateTime } from '@/lib/domain/london-time'

import { changeComment } from './actions'
import { MentionArea } from './mention-area'
import { Quotation, wordsAddress } from './span-comment-form'

/** One comment: whose, when, on which words, and for its author the way to change it. */
export function Comment({ reference, comment }: { reference: string; comment: CommentView }) {
  return (
    <article
      id={`comment-${comment.id}`}
      aria-label={`Comment of ${comment.author.name}`}
      className="flex flex-col gap-1 target:bg-canal-tint"
    >
      <p className="text-sm text-muted">
        <span className="font-semibold text-ink">{comment.mine ? 'You' : comment.author.name}</span>
        {comment.author.team ? `, ${comment.author.team}` : ''} ·{' '}
        <time dateTime={comment.createdAt}>{londonDateTime(comment.createdAt)}</time>
        {comment.editedAt ? ' · edited' : ''}
      </p>
      {comment.unseen ? (
        <p>
          <Tag tone="canal">Mentions you</Tag>
        </p>
      ) : null}
      {comment.held ? (
        <p className="text-sm text-muted">Only you can see this until you both have finished coding.</p>
      ) : null}
      {comment.span ? <Quotation address={wordsAddress(comment.span)}>{comment.span.quotation}</Quotation> : null}
      <p dir="auto" className="break-words whitespace-pre-line">
        <Words comment={comment} />
      </p>
      {comment.mine ? <EditForm reference={reference} comment={comment} /> : null}
    </article>
  )
}

/** What was written, with the names of those who are told of it set off. */
function Words({ comment: { body, mentions } }: { comment: CommentView }) {
  const ends = [0, ...mentions.map(({ end }) => end)]
  return (
    <>
      {mentions.map(({ start, end, you }, index) => (
        <span key={start}>
          {body.slice(ends[index], start)}
          <span className={you ? 'bg-canal-tint font-semibold' : 'font-semibold'}>{body.slice(start, end)}</span>
        </span>
      ))}
      {body.slice(ends.at(-1))}
    </>
  )
}

function EditForm({ reference, comment }: { reference: string; comment: CommentView }) {
  return (
    <Disclosure summary="Edit">
      <ActionForm
        action={changeComment}
        submit="Save comment"
        done="Saved."
        variant="secondary"
        small
        version={comment.version}
        label="Edit your comment"
        kept={`${reference}/edit/${comment.id}`}
      >
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="commentId" value={comment.id} />
        <MentionArea reference={reference} label="Your comment" rows={3} defaultValue={comment.body} />
      </ActionForm>
    </Disclosure>
  )
}
