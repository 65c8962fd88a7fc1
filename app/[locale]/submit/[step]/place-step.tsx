'use client'

import { RegionTiles, type RegionPlace } from '@/components/region/region-tiles'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { StepForm } from './step-form'
import type { AnyStepProps } from './step-props'
import { useStep } from './use-step'

type Props = AnyStepProps & { places: RegionPlace[]; tiles: { label: string; others: string } }

export function PlaceStep({ places, tiles, ...rest }: Props) {
  const step = useStep('place', rest)
  const { label, error, defaultValue, ...input } = step.list('places')
  return (
    <StepForm control={step} {...rest} ownHeading>
      <Fieldset id="places" label={label} hint={rest.words.hints.places} error={error} heading>
        <RegionTiles
          {...input}
          label={tiles.label}
          othersLabel={tiles.others}
          mode="checkboxes"
          places={places}
          selected={defaultValue}
        />
      </Fieldset>
      <Field {...step.line('neighbourhood')} />
    </StepForm>
  )
}
