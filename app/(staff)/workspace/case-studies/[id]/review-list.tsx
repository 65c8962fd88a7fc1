import { Tag } from '@/components/ui/tag'
import type { ReviewView } from '@/lib/data/case-study-desk'
import { londonDateTime } from '@/lib/domain/london-time'

/** What reviewers said, the latest first. */
export function ReviewList({ reviews }: { reviews: ReviewView[] }) {
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
          <p className="mt-1 text-sm text-muted">
            <time dateTime={review.createdAt.toISOString()}>{londonDateTime(review.createdAt)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}
