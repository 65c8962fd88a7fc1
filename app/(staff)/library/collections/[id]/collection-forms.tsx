'use client'

import { changeCollection, dropCollection } from '@/app/(staff)/library/collections/actions'
import { CollectionFields } from '@/app/(staff)/library/collections/collection-fields'
import { ActionForm } from '@/components/ui/action-form'

type Kept = { id: string; version: number; name: string; note: string; shared: boolean }

/** Name, note and who reads it; and the way to delete it, which can be undone. */
export function CollectionForms({ collection }: { collection: Kept }) {
  const { id, version, ...kept } = collection
  return (
    <div className="flex flex-col gap-8">
      <ActionForm
        key={version}
        action={changeCollection}
        version={version}
        submit="Save changes"
        variant="secondary"
        done="Saved."
        label="Change this collection"
      >
        {errors => (
          <>
            <input type="hidden" name="id" value={id} />
            <CollectionFields errors={errors} kept={kept} />
          </>
        )}
      </ActionForm>
      <ActionForm action={dropCollection} submit="Delete this collection" variant="quiet" small label="Delete">
        <input type="hidden" name="id" value={id} />
      </ActionForm>
    </div>
  )
}
