'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'
import type { AttemptView } from '@/lib/data/follow-up'

import { changeNote } from './actions'

/** Corrects one's own note of a call, as long as nobody has coded it. */
export function NoteForm({ reference, attempt: { id, note, version } }: { reference: string; attempt: AttemptView }) {
  return (
    <Disclosure summary={note ? 'Correct the note' : 'Add a note'} className="mt-1">
      <ActionForm
        key={version}
        action={changeNote}
        submit="Save the note"
        variant="secondary"
        small
        done="Saved."
        label="Correct the note"
        guarded
      >
        {errors => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <input type="hidden" name="attemptId" value={id} />
            <input type="hidden" name="version" value={version} />
            <TextArea id={`note-${id}`} name="note" label="Note" defaultValue={note ?? ''} error={errors('note')} />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
