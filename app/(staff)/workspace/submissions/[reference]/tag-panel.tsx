'use client'

import { startTransition, useActionState, useCallback, useState } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Swatch } from '@/components/ui/tag'
import { Toast } from '@/components/ui/toast'
import type { TagView } from '@/lib/data/codings'
import type { Result } from '@/lib/result'

import { addTag, takeOffTag } from './actions'

type TagPanelProps = {
  reference: string
  tags: TagView[]
  codes: string[]
  /** Whether the viewer may tag it now. */
  open: boolean
}

/** The tags of a submission, and a field that takes the first letters of a code. */
export function TagPanel({ reference, tags, codes, open }: TagPanelProps) {
  const [removed, setRemoved] = useState<TagView | null>(null)
  const [, putBack] = useActionState(addTag, null)
  const forget = useCallback(() => setRemoved(null), [])
  const undo = () => {
    if (!removed) return
    const form = new FormData()
    form.set('reference', reference)
    form.set('code', removed.name)
    startTransition(() => putBack(form))
    setRemoved(null)
  }
  return (
    <>
      {tags.length > 0 ? (
        <ul aria-label="Tags on this submission" className="mb-4 border-t border-line">
          {tags.map(tag => (
            <TagRow key={tag.id} reference={reference} tag={tag} onRemoved={setRemoved} />
          ))}
        </ul>
      ) : (
        <p className="mb-4 text-muted">No tags yet.</p>
      )}
      {open ? (
        <ActionForm action={addTag} submit="Add tag" variant="secondary" small label="Add a tag">
          <input type="hidden" name="reference" value={reference} />
          <Field
            name="code"
            label="Code"
            hint="Type its first letters"
            list="codes"
            autoComplete="off"
            width="full"
            maxLength={200}
          />
          <datalist id="codes">
            {codes.map(code => (
              <option key={code} value={code} />
            ))}
          </datalist>
        </ActionForm>
      ) : null}
      {removed ? (
        <Toast
          message={`“${removed.name}” was removed.`}
          onGone={forget}
          {...(removed.mine && !removed.retired ? { undoLabel: 'Undo', onUndo: undo } : {})}
        />
      ) : null}
    </>
  )
}

type RowProps = { reference: string; tag: TagView; onRemoved: (tag: TagView) => void }

function TagRow({ reference, tag, onRemoved }: RowProps) {
  // Told from here and not by `onDone`: the row is gone as soon as the page is renewed.
  const takeOff = async (before: Result<TagView> | null, form: FormData) => {
    const result = await takeOffTag(before, form)
    if (result.ok) onRemoved(result.value)
    return result
  }
  return (
    <li className="flex items-center justify-between gap-3 border-b border-line py-1.5">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-semibold">
          <Swatch colour={tag.colour} />
          <span className="min-w-0">
            {tag.name}
            {tag.retired ? ' (retired)' : ''}
          </span>
        </p>
        <p className="text-sm text-muted">
          {tag.mine ? 'You' : tag.addedBy.name}
          {tag.addedBy.team ? `, ${tag.addedBy.team}` : ''}
        </p>
      </div>
      {tag.removable ? (
        <ActionForm
          action={takeOff}
          submit={
            <>
              Remove<span className="sr-only"> the tag {tag.name}</span>
            </>
          }
          variant="quiet"
          small
        >
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="tagId" value={tag.id} />
        </ActionForm>
      ) : null}
    </li>
  )
}
