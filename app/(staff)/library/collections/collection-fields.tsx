import { Checkbox } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import type { FieldErrors } from '@/components/ui/action-form'

type Kept = { name: string; note: string; shared: boolean }

/** What a collection is called, what it is for, and who reads it. */
export function CollectionFields({ errors, kept }: { errors: FieldErrors; kept?: Kept }) {
  return (
    <>
      <Field name="name" label="Name" maxLength={150} defaultValue={kept?.name} error={errors('name')} />
      <TextArea
        name="note"
        label="Note (optional)"
        hint="What it is for. It opens a briefing that is made of the collection."
        rows={3}
        defaultValue={kept?.note}
        error={errors('note')}
      />
      <Checkbox
        name="shared"
        label="Share with WMCA staff"
        hint="Others read it, with your name; only you change it."
        defaultChecked={kept?.shared}
      />
    </>
  )
}
