'use client'

import type { ReactNode } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'

import { mergeInto, standUnder } from '@/app/(staff)/workspace/codebook/actions'

type Choices = { value: string; label: string }[]

/** Puts a code under another, at the end. */
export function PlaceForm({ codeId, parents, now }: { codeId: string; parents: Choices; now: string }) {
  return (
    <ActionForm action={standUnder} submit="Move" variant="secondary" done="Moved.">
      {errorOf => (
        <>
          <input type="hidden" name="codeId" value={codeId} />
          <Select
            key={now}
            name="parentId"
            label="Stands under"
            defaultValue={now}
            error={errorOf('parentId')}
            options={parents}
          />
        </>
      )}
    </ActionForm>
  )
}

/** Merges a code into another; the children say what follows from it. */
export function MergeForm({ codeId, into, children }: { codeId: string; into: Choices; children: ReactNode }) {
  return (
    <ActionForm action={mergeInto} submit="Merge" variant="secondary">
      {errorOf => (
        <>
          <p className="max-w-[60ch]">{children}</p>
          <input type="hidden" name="codeId" value={codeId} />
          <Select
            name="intoId"
            label="Merge into"
            defaultValue=""
            error={errorOf('intoId')}
            options={[{ value: '', label: 'Select a code' }, ...into]}
          />
        </>
      )}
    </ActionForm>
  )
}
