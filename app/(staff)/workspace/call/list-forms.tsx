'use client'

import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { CallView } from '@/lib/data/calls'

import { saveLensRows, savePartnerRows, savePlaceRows, savePromptRows } from './actions'
import { RowsForm } from './rows-form'

type Props = { call: CallView }

/** The questions of the call, each with the theme that stands for it. */
export function PromptsForm({ call }: Props) {
  return (
    <RowsForm
      action={savePromptRows}
      list="prompts"
      call={call}
      kept={call.prompts.map(prompt => ({ ...prompt, name: prompt.theme }))}
      noun="prompt"
      hint="Respondents tick the themes. A prompt that was ticked cannot be removed, but its words can be changed."
    >
      {(row, name, errorOf) => (
        <>
          <Field name={name('theme')} label="Theme" defaultValue={row?.theme ?? ''} error={errorOf('theme')} />
          <TextArea
            name={name('text')}
            label="Prompt"
            rows={2}
            defaultValue={row?.text ?? ''}
            error={errorOf('text')}
          />
        </>
      )}
    </RowsForm>
  )
}

/** The lenses under which case studies are read. */
export function LensesForm({ call }: Props) {
  return (
    <RowsForm
      action={saveLensRows}
      list="lenses"
      call={call}
      kept={call.lenses.map(lens => ({ ...lens, name: lens.label }))}
      noun="lens"
      hint="Authors set them on a case study. A lens that is set on one cannot be removed."
    >
      {(row, name, errorOf) => (
        <Field name={name('label')} label="Name" defaultValue={row?.label ?? ''} error={errorOf('label')} />
      )}
    </RowsForm>
  )
}

/** Who gathers the evidence. */
export function PartnersForm({ call }: Props) {
  return (
    <RowsForm
      action={savePartnerRows}
      list="partners"
      call={call}
      kept={call.partners}
      noun="partner"
      hint="They are named on every public page, and in the consents that respondents give from now on."
    >
      {(row, name, errorOf) => (
        <>
          <Field name={name('name')} label="Name" defaultValue={row?.name ?? ''} error={errorOf('name')} />
          <Field name={name('role')} label="Role (optional)" defaultValue={row?.role ?? ''} error={errorOf('role')} />
          <Field
            name={name('url')}
            type="url"
            label="Website (optional)"
            hint="Begins with https://"
            defaultValue={row?.url ?? ''}
            error={errorOf('url')}
          />
        </>
      )}
    </RowsForm>
  )
}

/** Where it may have happened, and which place lies in which. */
export function PlacesForm({ call }: Props) {
  const idOf = new Map(call.places.map(place => [place.key, place.id]))
  const outer = call.places.filter(place => place.kind === 'AUTHORITY' && place.parentKey === null)
  return (
    <RowsForm
      action={savePlaceRows}
      list="places"
      call={call}
      kept={call.places}
      noun="place"
      hint="A place that a submission or a case study names cannot be removed. New places stand beneath the map."
    >
      {(row, name, errorOf) => (
        <div className="grid gap-4 lg:grid-cols-2">
          <Field name={name('name')} label="Name" defaultValue={row?.name ?? ''} error={errorOf('name')} />
          {row && row.kind !== 'AUTHORITY' ? null : (
            <Select
              key={row?.parentKey}
              name={name('parentId')}
              label="Lies in"
              defaultValue={idOf.get(row?.parentKey ?? '') ?? ''}
              error={errorOf('parentId')}
              options={[
                { value: '', label: 'No other place' },
                ...outer.filter(place => place.id !== row?.id).map(place => ({ value: place.id, label: place.name })),
              ]}
            />
          )}
        </div>
      )}
    </RowsForm>
  )
}
