'use client'

import { writeNote } from '@/app/(staff)/library/collections/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'

type Props = { collectionId: string; item: string; title: string; note: string; mine: boolean }

/** What is said about a case study in this collection, which its owner can change. */
export function ItemNote({ collectionId, item, title, note, mine }: Props) {
  return (
    <>
      {note ? (
        <p className="mt-2 max-w-[66ch] border-l-4 border-canal pl-4 wrap-anywhere whitespace-pre-line">{note}</p>
      ) : null}
      {mine ? (
        <Disclosure
          className="no-print text-sm"
          summary={
            <span>
              {note ? 'Change the note' : 'Write a note'}
              <span className="sr-only"> on {title}</span>
            </span>
          }
        >
          <ActionForm
            action={writeNote}
            submit="Save note"
            variant="secondary"
            small
            done="Saved."
            label={`Note on ${title}`}
          >
            <input type="hidden" name="id" value={collectionId} />
            <input type="hidden" name="item" value={item} />
            <TextArea key={note} name="note" id={`note-${item}`} label="Note" rows={3} defaultValue={note} />
          </ActionForm>
        </Disclosure>
      ) : null}
    </>
  )
}
