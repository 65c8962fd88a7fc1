'use client'

import Link from 'next/link'

import { ActionForm, type FieldErrors } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { CodeView } from '@/lib/data/codes'
import { codeColours, colourNames } from '@/lib/domain/codebook'

import { createCode, saveCode } from './actions'

type Written = Pick<CodeView, 'id' | 'name' | 'colour' | 'definition' | 'whenToUse' | 'whenNot' | 'example' | 'version'>

/** Writes a new code, or an old one anew. `parents`: where a new one may stand. */
export function CodeForm({
  code,
  parents = [],
}: {
  code: Written | null
  parents?: { value: string; label: string }[]
}) {
  const fields = (errorOf: FieldErrors) => (
    <>
      {code ? <input type="hidden" name="codeId" value={code.id} /> : null}
      <Field name="name" label="Name" defaultValue={code?.name ?? ''} error={errorOf('name')} autoComplete="off" />
      {code ? null : (
        <Select name="parentId" label="Stands under" defaultValue="" error={errorOf('parentId')} options={parents} />
      )}
      <Select
        name="colour"
        label="Colour"
        defaultValue={String(code?.colour ?? 1)}
        error={errorOf('colour')}
        options={codeColours.map(colour => ({ value: String(colour), label: `${colour}, ${colourNames[colour - 1]}` }))}
        className="max-w-xs"
      />
      <TextArea
        name="definition"
        label="Definition"
        rows={3}
        defaultValue={code?.definition ?? ''}
        error={errorOf('definition')}
      />
      <TextArea
        name="whenToUse"
        label="When to use (optional)"
        rows={2}
        defaultValue={code?.whenToUse ?? ''}
        error={errorOf('whenToUse')}
      />
      <TextArea
        name="whenNot"
        label="When not to use (optional)"
        rows={2}
        defaultValue={code?.whenNot ?? ''}
        error={errorOf('whenNot')}
      />
      <TextArea
        name="example"
        label="Example (optional)"
        rows={2}
        defaultValue={code?.example ?? ''}
        error={errorOf('example')}
      />
      {code ? (
        <p className="max-w-[60ch] text-sm text-muted">
          Codings made before are marked “defined anew since” when the definition, when to use or when not to use
          changes.
        </p>
      ) : null}
      <Link
        href={code ? `/workspace/codebook/${code.id}` : '/workspace/codebook'}
        prefetch={false}
        className="inline-flex min-h-6 items-center self-start"
      >
        Leave it as it is
      </Link>
    </>
  )
  return code ? (
    <ActionForm action={saveCode} submit="Save code" version={code.version} label={`Edit the code ${code.name}`}>
      {fields}
    </ActionForm>
  ) : (
    <ActionForm action={createCode} submit="Add code" label="New code">
      {fields}
    </ActionForm>
  )
}
