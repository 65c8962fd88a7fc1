'use client'

import { setTargets } from '@/app/(staff)/workspace/analysis/coverage/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'

type TargetField = { name: string; label: string; heard: number; target: number | null }
type Props = { callId: string; version: number; groups: { id: string; label: string; fields: TargetField[] }[] }

/** All targets of a call, saved at once. */
export function TargetsForm({ callId, version, groups }: Props) {
  return (
    <ActionForm
      action={setTargets}
      submit="Save targets"
      done="Saved. Coverage is shown against them now."
      version={version}
      guarded
    >
      {errorOf => (
        <>
          <input type="hidden" name="callId" value={callId} />
          {groups.map(({ id, label, fields }) => (
            <Fieldset key={id} id={id} label={label} className="border-t border-line pt-4">
              <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
                {fields.map(field => (
                  <Field
                    key={field.name}
                    name={field.name}
                    label={field.label}
                    hint={`${field.heard.toLocaleString('en-GB')} heard so far`}
                    inputMode="numeric"
                    width="number"
                    defaultValue={field.target ?? ''}
                    error={errorOf(field.name)}
                  />
                ))}
              </div>
            </Fieldset>
          ))}
        </>
      )}
    </ActionForm>
  )
}
