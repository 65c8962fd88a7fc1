'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'

import { comment } from './approval-actions'

type PassageProps = {
  /** The case study and the version that is read. */
  at: { id: string; version: number }
  field: string
  block: number
  /** What it is called, for those who do not see where its button stands: "paragraph 2 of What happened". */
  called: string
  mayComment: boolean
  children: ReactNode
  /** The comments that stand here. */
  thread: ReactNode
}

/** Words as readers will see them, with the comments on them, and a way to comment: on the words that are selected, else on all of it. */
export function Passage({ at, field, block, called, mayComment, children, thread }: PassageProps) {
  const text = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState('')
  const [sent, setSent] = useState(0)

  useEffect(() => {
    const heard = () => {
      const selection = document.getSelection()
      const [words, from, to] = [selection?.toString().trim(), selection?.anchorNode, selection?.focusNode]
      // to write a comment is to let go of the selection: the last one in this passage stays
      if (words && from && to && text.current?.contains(from) && text.current.contains(to)) setSelected(words)
    }
    document.addEventListener('selectionchange', heard)
    return () => document.removeEventListener('selectionchange', heard)
  }, [])

  const idPrefix = `${field}-${block}-`
  return (
    <div>
      <div ref={text}>{children}</div>
      {thread}
      {mayComment ? (
        <Disclosure
          key={sent}
          className="no-print mt-1 text-base"
          summary={
            <span className="text-sm">
              Comment{selected ? ' on the selected words' : ''}
              <span className="sr-only">, {called}</span>
            </span>
          }
        >
          <ActionForm
            action={comment}
            submit="Add comment"
            idPrefix={idPrefix}
            onDone={() => {
              setSelected('')
              setSent(sent + 1)
            }}
          >
            {errorOf => (
              <>
                <input type="hidden" name="id" value={at.id} />
                <input type="hidden" name="version" value={at.version} />
                <input type="hidden" name="field" value={field} />
                <input type="hidden" name="block" value={block} />
                <input type="hidden" name="quotation" value={selected} />
                {selected ? (
                  <blockquote className="max-w-2xl border-l-4 border-canal pl-3">“{selected}”</blockquote>
                ) : null}
                <TextArea
                  id={`${idPrefix}body`}
                  name="body"
                  label="Comment"
                  hint={selected ? undefined : 'Select words in the passage to comment on them alone.'}
                  error={errorOf('body')}
                  rows={3}
                />
              </>
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
    </div>
  )
}
