'use client'

import { TextArea, type TextLimit } from '@/components/ui/text-area'
import { limits } from '@/lib/domain/submission'
import { StepForm } from './step-form'
import type { AnyStepProps } from './step-props'
import { useStep } from './use-step'

export function StoryStep(props: AnyStepProps) {
  const step = useStep('story', props)
  const upTo = (most: number): TextLimit => ({ unit: 'words', most, words: props.words.counts.words })
  return (
    <StepForm control={step} {...props}>
      <TextArea {...step.text('whatHappened')} rows={12} limit={upTo(limits.whatHappenedWords)} />
      <TextArea {...step.text('difference')} limit={upTo(limits.otherStoryWords)} />
      <TextArea {...step.text('learned')} limit={upTo(limits.otherStoryWords)} />
    </StepForm>
  )
}
