'use client'

import { addSource, removeSource } from '@/app/(staff)/workspace/case-studies/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import type { SourceChoice } from '@/lib/data/case-study-sources'
import type { Result } from '@/lib/result'

import { settleText } from '@/components/writing/written-form'

type At = { id: string; version: number }

// What was typed is saved first: the sources change upon that version.
function afterTheText(action: (before: Result | null, form: FormData) => Promise<Result>) {
  return async (before: Result | null, form: FormData) => {
    const settled = await settleText()
    if (settled && !settled.ok) return settled
    if (settled) form.set('version', String(settled.value.version))
    return action(before, form)
  }
}
const add = afterTheText(addSource)
const remove = afterTheText(removeSource)

/** Lets the case study rest on another submission, by its reference or found by its title. */
export function AddSourceForm({ id, version, choices }: At & { choices: SourceChoice[] }) {
  return (
    <Disclosure summary="Add another submission">
      <ActionForm key={version} action={add} submit="Add it" variant="secondary" small>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Field
          name="reference"
          label="Reference or words of the title"
          hint="Of a shortlisted submission that may be published. The strictest consent of all counts."
          list="source-choices"
          autoComplete="off"
          width="full"
        />
        <datalist id="source-choices">
          {choices.map(({ reference, title }) => (
            <option key={reference} value={`${reference} ${title}`} />
          ))}
        </datalist>
      </ActionForm>
    </Disclosure>
  )
}

export function RemoveSourceForm({ id, version, reference }: At & { reference: string }) {
  return (
    <ActionForm action={remove} submit={`Take ${reference} out`} variant="quiet" small>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="reference" value={reference} />
    </ActionForm>
  )
}
