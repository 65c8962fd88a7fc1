import { Tag } from '@/components/ui/tag'

/** Whether everyone can read it or only the library. */
export function StandingTag({ study }: { study: { publishedAt: string | null } }) {
  return study.publishedAt ? <Tag tone="moss">Published</Tag> : <Tag tone="canal">Approved, not yet published</Tag>
}
