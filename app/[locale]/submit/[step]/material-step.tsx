'use client'

import { useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { limits } from '@/lib/domain/submission'
import { StepForm } from './step-form'
import type { AnyStepProps } from './step-props'
import { useStep } from './use-step'

type Props = AnyStepProps & { linkLabels: string[]; addLink: string }

const never = () => () => undefined

/** Five inputs; the browser shows as many as are used and one more when asked. */
export function MaterialStep({ linkLabels, addLink, ...rest }: Props) {
  const step = useStep('material', rest)
  const { hint, error, defaultValue } = step.list('links')
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [asked, setAsked] = useState(Math.max(1, defaultValue.length))

  /** The focus goes along: with the last one the button is gone. */
  function addOne() {
    flushSync(() => setAsked(asked + 1))
    document.getElementById(`links.${asked}`)?.focus()
  }

  const shown = scripted ? asked : limits.links
  return (
    <StepForm control={step} {...rest}>
      {/* where the error summary leads when there are too many */}
      <div id="links" className="flex flex-col gap-6">
        {linkLabels.map((label, index) => (
          <div key={label} hidden={index >= shown}>
            <Field
              {...step.listen(`links.${index}`)}
              id={`links.${index}`}
              type="url"
              inputMode="url"
              label={label}
              hint={index === 0 ? hint : undefined}
              error={step.errorAt(`links.${index}`) ?? (index === 0 ? error : undefined)}
              defaultValue={defaultValue[index] ?? ''}
            />
          </div>
        ))}
      </div>
      {shown < limits.links ? (
        <div>
          <Button type="button" variant="secondary" onClick={addOne}>
            {addLink}
          </Button>
        </div>
      ) : null}
    </StepForm>
  )
}
