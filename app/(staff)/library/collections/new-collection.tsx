'use client'

import { ActionForm } from '@/components/ui/action-form'

import { beginCollection } from './actions'
import { CollectionFields } from './collection-fields'

/** Begins a collection, with the first case studies in it. */
export function NewCollection({ chosen = [] }: { chosen?: string[] }) {
  return (
    <ActionForm action={beginCollection} submit="Begin the collection" label="New collection">
      {errors => (
        <>
          {chosen.map(slug => (
            <input key={slug} type="hidden" name="with" value={slug} />
          ))}
          <CollectionFields errors={errors} />
        </>
      )}
    </ActionForm>
  )
}
