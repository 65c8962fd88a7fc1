'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Tag } from '@/components/ui/tag'
import type { ThreadView } from '@/lib/data/comments'
import { londonDateTime } from '@/lib/domain/london-time'

import { addComment, settleThread } from './actions'
import { BegunComments } from './begun-comments'
import { Comment } from './comment-item'
import { MentionArea } from './mention-area'
import { SeenMentions } from './seen-mentions'

/** The talk about a submission: threads one level deep. Resolved ones are folded. */
export function CommentPanel({ reference, threads }: { reference: string; threads: ThreadView[] }) {
  const unseen = threads.flatMap(thread => [thread, ...thread.replies]).filter(comment => comment.unseen)
  return (
    <>
      <SeenMentions reference={reference} comments={unseen.map(({ id }) => id)} />
      {threads.length > 0 ? (
        <ol aria-label="Threads" className="mb-5 flex flex-col gap-5">
          {threads.map(thread => (
            <li key={thread.id} className="border-l-4 border-line pl-3">
              <Thread reference={reference} thread={thread} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="mb-4 text-muted">No comments yet.</p>
      )}
      <BegunComments reference={reference} />
      <ActionForm
        action={addComment}
        submit="Add comment"
        variant="secondary"
        small
        label="Write a comment"
        kept={`${reference}/comment`}
      >
        <input type="hidden" name="reference" value={reference} />
        <MentionArea
          reference={reference}
          label="Comment"
          hint="Write @ and a name to tell a colleague or a team of it."
          rows={3}
        />
      </ActionForm>
    </>
  )
}

function Thread({ reference, thread }: { reference: string; thread: ThreadView }) {
  const said = (
    <div className="flex flex-col gap-3">
      <Comment reference={reference} comment={thread} />
      {thread.replies.map(reply => (
        <div key={reply.id} className="ml-4">
          <Comment reference={reference} comment={reply} />
        </div>
      ))}
    </div>
  )
  if (thread.resolved) {
    return (
      <>
        <p className="mb-2 text-sm">
          <Tag tone="moss">Resolved</Tag>{' '}
          <span className="text-muted">
            by {thread.resolved.by}, {londonDateTime(thread.resolved.at)}
          </span>
        </p>
        <Disclosure key="thread" summary={`Show the thread of ${thread.author.name}`}>
          {said}
        </Disclosure>
        <Settle reference={reference} thread={thread} />
      </>
    )
  }
  return (
    <>
      {said}
      <Disclosure key="reply" summary="Reply" className="mt-1">
        <ActionForm
          action={addComment}
          submit="Send reply"
          variant="secondary"
          small
          label={`Reply to ${thread.author.name}`}
          kept={`${reference}/reply/${thread.id}`}
        >
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="parentId" value={thread.id} />
          <MentionArea reference={reference} label="Reply" rows={2} />
        </ActionForm>
      </Disclosure>
      <Settle reference={reference} thread={thread} />
    </>
  )
}

function Settle({ reference, thread }: { reference: string; thread: ThreadView }) {
  return (
    <ActionForm
      action={settleThread}
      submit={
        <>
          {thread.resolved ? 'Open again' : 'Resolve'}
          <span className="sr-only"> the thread of {thread.author.name}</span>
        </>
      }
      variant="quiet"
      small
      className="-ml-control-pad"
    >
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="commentId" value={thread.id} />
      <input type="hidden" name="resolved" value={thread.resolved ? 'no' : 'yes'} />
    </ActionForm>
  )
}
