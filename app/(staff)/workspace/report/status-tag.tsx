import type { Tone } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { reportStatusNames, type ReportStatus } from '@/lib/domain/report'

const tones: Record<ReportStatus, Tone> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'canal',
  CHANGES_REQUESTED: 'furnace',
  APPROVED: 'moss',
  PUBLISHED: 'moss',
}

/** How far the report is. */
export function StatusTag({ status }: { status: ReportStatus }) {
  return <Tag tone={tones[status]}>{reportStatusNames[status]}</Tag>
}
