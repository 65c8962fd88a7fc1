import Link from 'next/link'

import { EmptyState } from '@/components/ui/empty-state'
import { followUpAddress, type FollowUpFilter, type FollowUpShow } from '@/lib/domain/follow-up'

const words: Record<FollowUpShow | 'OPEN', { title: string; text: string }> = {
  OPEN: {
    title: 'Nobody waits for a call',
    text: 'Whoever says yes to a telephone call stands here as soon as their evidence arrives.',
  },
  DUE: {
    title: 'No call is due today',
    text: 'A call stands here from the morning of the day that was planned for it.',
  },
  UNTRIED: { title: 'Everybody has been tried', text: 'Respondents whom nobody has called yet stand here.' },
  CLOSED: { title: 'Nothing is closed yet', text: 'Calls that are over, or that were given up, stand here.' },
}

/** Why this part of the queue is empty, and where to go from here. */
export function NoFollowUps({ filter: { show, who, page } }: { filter: FollowUpFilter }) {
  const { title, text } = words[show ?? 'OPEN']
  const narrowed = show !== null || who !== null || page > 1
  return (
    <EmptyState
      title={title}
      action={
        narrowed ? (
          <Link href={followUpAddress({})} prefetch={false}>
            Show all open follow-ups
          </Link>
        ) : null
      }
    >
      {text}
    </EmptyState>
  )
}
