'use client'

import { Checkboxes, Radios, type Choice } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { StepForm } from './step-form'
import { useStep } from './use-step'
import type { AnyStepProps } from './step-props'

type Props = AnyStepProps & { types: Choice[]; practices: { own: Choice; elsewhere: Choice }; communities: Choice[] }

export function OrganisationStep({ types, practices, communities, ...rest }: Props) {
  const step = useStep('organisation', rest)
  const elsewhere = { ...practices.elsewhere, reveal: <Field {...step.line('practiceOf')} /> }
  return (
    <StepForm control={step} {...rest}>
      <Field {...step.line('organisationName')} autoComplete="organization" />
      <Radios {...step.text('organisationType')} choices={types} />
      <Radios {...step.text('practice')} choices={[practices.own, elsewhere]} />
      {communities.length > 0 ? <Checkboxes {...step.list('communities')} choices={communities} columns={2} /> : null}
    </StepForm>
  )
}
