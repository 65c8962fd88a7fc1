'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'

import { beginMeasuring } from './actions'

/** Begins a measurement. `seed` is what was used last, so that the same figures come again. */
export function MeasureForm({ resamples, seed }: { resamples: number; seed: string }) {
  return (
    <ActionForm action={beginMeasuring} submit="Measure agreement">
      {errorOf => (
        <>
          <Field
            name="resamples"
            label="Samples for the intervals"
            hint="1,000 is usual. 0 measures without intervals, and faster."
            width="number"
            inputMode="numeric"
            defaultValue={resamples}
            error={errorOf('resamples')}
          />
          <Field
            name="seed"
            label="Seed of the samples"
            hint="Any word. The same seed over the same codings gives the same intervals again."
            width="medium"
            defaultValue={seed}
            error={errorOf('seed')}
          />
        </>
      )}
    </ActionForm>
  )
}
