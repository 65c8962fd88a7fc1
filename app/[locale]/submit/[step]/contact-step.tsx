'use client'

import { Checkboxes, Radios } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import type { ConsentKind, ConsentWords } from '@/lib/domain/consent'
import { wishes } from '@/lib/domain/step-fields'
import { StepForm } from './step-form'
import type { AnyStepProps } from './step-props'
import { useStep } from './use-step'

type Props = AnyStepProps & { consents: Record<ConsentKind, ConsentWords>; readNotice: string }

export function ContactStep({ consents, readNotice, ...rest }: Props) {
  const step = useStep('contact', rest)
  const { TELEPHONE: telephone, PUBLISH: publish } = consents
  const number = (
    <>
      <Field {...step.line('telephone')} type="tel" autoComplete="tel" width="medium" />
      <Field {...step.line('bestTimes')} />
    </>
  )
  const calls = telephone.answers.map(answer => (answer.value === 'YES' ? { ...answer, reveal: number } : answer))
  const wished = wishes.map(wish => ({
    value: wish,
    label: consents[wish].question,
    hint: consents[wish].explanation,
  }))
  return (
    <StepForm control={step} {...rest}>
      {/* in a tab of its own: what was typed here is not saved yet */}
      <p className="-mt-6">
        <a href="/privacy" target="_blank" className="inline-flex min-h-control items-center">
          {readNotice}
        </a>
      </p>
      <Field {...step.line('contactName')} autoComplete="name" />
      <Field {...step.line('email')} type="email" autoComplete="email" spellCheck={false} />
      <Radios {...step.text('mayTelephone')} label={telephone.question} hint={telephone.explanation} choices={calls} />
      <Radios {...step.text('publish')} label={publish.question} hint={publish.explanation} choices={publish.answers} />
      <Checkboxes {...step.list('wishes')} choices={wished} />
    </StepForm>
  )
}
