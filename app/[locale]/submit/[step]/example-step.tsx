'use client'

import { Checkboxes, type Choice } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { StepForm } from './step-form'
import type { AnyStepProps } from './step-props'
import { useStep } from './use-step'

export function ExampleStep({ prompts, ...rest }: AnyStepProps & { prompts: Choice[] }) {
  const step = useStep('example', rest)
  return (
    <StepForm control={step} {...rest}>
      <Field {...step.line('title')} width="full" />
      <Checkboxes {...step.list('prompts')} choices={prompts} />
    </StepForm>
  )
}
