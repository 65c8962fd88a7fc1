'use client'

import { addChosen } from '@/app/(staff)/library/collections/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'

type Props = { chosen: string[]; collections: { id: string; name: string }[] }

/** Puts what was chosen into a collection that is there. */
export function AddForm({ chosen, collections }: Props) {
  return (
    <ActionForm action={addChosen} submit="Add" label="Add to one of your collections">
      {errors => (
        <>
          {chosen.map(slug => (
            <input key={slug} type="hidden" name="with" value={slug} />
          ))}
          <Select
            name="id"
            label="One of your collections"
            options={collections.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors('id')}
          />
        </>
      )}
    </ActionForm>
  )
}
