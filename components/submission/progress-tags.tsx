import { Tag } from '@/components/ui/tag'
import { decisionNames, stageNames, type Decision, type Stage } from '@/lib/domain/submission'

/** How far the work on a submission is. */
export function StageTag({ stage }: { stage: Stage }) {
  return <Tag tone={stage === 'SETTLED' ? 'moss' : stage === 'NEW' ? 'neutral' : 'canal'}>{stageNames[stage]}</Tag>
}

/** What was decided about a submission. */
export function DecisionTag({ decision }: { decision: Decision }) {
  return <Tag tone={decision === 'SHORTLISTED' ? 'moss' : 'neutral'}>{decisionNames[decision]}</Tag>
}
