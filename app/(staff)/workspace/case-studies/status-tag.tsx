import type { Tone } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { caseStudyStatusNames, type CaseStudyStatus } from '@/lib/domain/case-study'

const tones: Record<CaseStudyStatus, Tone> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'canal',
  CHANGES_REQUESTED: 'furnace',
  APPROVED: 'moss',
  PUBLISHED: 'moss',
  WITHDRAWN: 'neutral',
}

/** How far a case study is. */
export function StatusTag({ status }: { status: CaseStudyStatus }) {
  return <Tag tone={tones[status]}>{caseStudyStatusNames[status]}</Tag>
}
