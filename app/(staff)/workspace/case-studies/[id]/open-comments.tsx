import Link from 'next/link'

import type { PassageCommentView } from '@/lib/data/passage-comments'
import { fieldNames } from '@/lib/domain/case-study'

/** Comments that nobody has resolved, for those who write; they are answered where they stand. */
export function OpenComments({ id, comments }: { id: string; comments: PassageCommentView[] }) {
  const open = comments.filter(comment => !comment.resolved)
  if (open.length === 0) return <p className="text-muted">No comment waits.</p>
  return (
    <>
      <ul className="flex flex-col gap-4">
        {open.map(({ id: comment, author, body, field, block, quotation }) => (
          <li key={comment}>
            <p className="text-sm text-muted">
              {fieldNames[field]}
              {block === null ? ', about words that are no longer there' : ''}
            </p>
            <blockquote className="border-l-4 border-line pl-3 font-serif text-muted">“{quotation}”</blockquote>
            <p dir="auto" className="mt-1 whitespace-pre-line">
              {body}
            </p>
            <p className="text-sm text-muted">{author}</p>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <Link href={`/workspace/case-studies/${id}?view=preview`} className="inline-flex min-h-6 items-center">
          Answer and resolve them
        </Link>
      </p>
    </>
  )
}
