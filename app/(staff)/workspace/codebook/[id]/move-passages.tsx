'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

import { recodePassages } from '@/app/(staff)/workspace/codebook/actions'

type Props = { id: string; codeId: string; others: { value: string; label: string }[] }

/** Moves the ticked passages to another code, or splits them off into a new one. The ticks name this form. */
export function MovePassages({ id, codeId, others }: Props) {
  return (
    <section aria-labelledby={`${id}-title`} className="mt-6 rounded-md border border-line bg-sheet p-4">
      <h3 id={`${id}-title`} className="mb-3 text-lg">
        Split, or move passages
      </h3>
      <p className="mb-4 max-w-[60ch] text-sm text-muted">
        Tick passages above. A new code is made beside this one; write its definition afterwards. All of it can be
        undone in the history below.
      </p>
      <ActionForm action={recodePassages} submit="Move the ticked passages" variant="secondary" id={id} done="Moved.">
        {errorOf => (
          <>
            <input type="hidden" name="codeId" value={codeId} />
            <Select
              name="toId"
              label="Move them to"
              defaultValue="new"
              error={errorOf('toId')}
              options={[{ value: 'new', label: 'A new code, split off this one' }, ...others]}
            />
            <Field
              name="name"
              label="Name of the new code"
              hint="Only where a new code is split off"
              error={errorOf('name')}
              autoComplete="off"
            />
          </>
        )}
      </ActionForm>
    </section>
  )
}
