import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { isNarrowed, type SubmissionFilter } from '@/lib/domain/submission-filter'

/** Why the list is empty, and what to do about it. */
export function NoSubmissions({ path, filter }: { path: string; filter: SubmissionFilter }) {
  if (!isNarrowed(filter)) {
    return (
      <EmptyState title="No submissions yet">
        They appear here as soon as somebody sends their evidence. Until then, prepare the codebook and send the
        call&rsquo;s address to people who might answer.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No submission matches"
      action={
        <LinkButton variant="secondary" href={path}>
          Show all submissions
        </LinkButton>
      }
    >
      Take a filter off, or search for fewer words. Withdrawn submissions are never shown.
    </EmptyState>
  )
}
