import Link from 'next/link'

import { Tag } from '@/components/ui/tag'
import type { ReviewView } from '@/lib/data/case-study-desk'
import type { PassageCommentView } from '@/lib/data/passage-comments'
import { londonDateTime } from '@/lib/domain/london-time'

type ReviewListProps = {
  id: string
  reviews: ReviewView[]
  comments: PassageCommentView[]
}

/** What reviewers said, the latest first, and the way to what changed since. */
export function ReviewList({ id, reviews, comments }: ReviewListProps) {
  if (reviews.length === 0) return <p className="text-muted">Nobody has reviewed it yet.</p>
  return (
    <ol className="flex flex-col gap-4">
      {reviews.map(review => (
        <li key={review.id}>
          <p className="flex flex-wrap gap-1.5">
            <Tag tone={review.verdict === 'APPROVE' ? 'moss' : 'furnace'}>
              {review.verdict === 'APPROVE' ? 'Approved' : 'Changes requested'}
            </Tag>
            {review.current ? null : <Tag>An earlier text</Tag>}
          </p>
          <p className="mt-1">
            {review.reviewer}, {review.team}
          </p>
          {review.note ? <p className="mt-1 whitespace-pre-line">{review.note}</p> : null}
          <Remarks
            count={comments.filter(by => by.authorId === review.reviewerId && by.version === review.version).length}
          />
          {!review.current && review.kept ? (
            <p>
              <Link
                href={`/workspace/case-studies/${id}?view=changes&since=${review.id}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center"
              >
                What changed since
                <span className="sr-only"> the review by {review.reviewer}</span>
              </Link>
            </p>
          ) : null}
          <p className="mt-1 text-sm text-muted">
            <time dateTime={review.createdAt.toISOString()}>{londonDateTime(review.createdAt)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}

function Remarks({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="mt-1 text-muted">
      {count === 1 ? 'With a comment on a passage.' : `With ${count} comments on passages.`}
    </p>
  )
}
