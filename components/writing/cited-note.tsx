'use client'

import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { createContext, useContext } from 'react'

import { citeStateWords, type CitationsView, type CitedSpan } from '@/lib/domain/citation'

/** What the notes of the text rest on. */
export const Citations = createContext<CitationsView>({ citable: [], cited: [] })

/** The evidence that a note rests on, in place, while the caret is on the note. */
export function CitedNote({ editor }: { editor: Editor }) {
  const citations = useContext(Citations)
  const coding = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { selection } = state
      const on = selection instanceof NodeSelection && selection.node.type.name === 'cite'
      return on ? String(selection.node.attrs.coding) : null
    },
  })
  if (!coding) return null
  const { state, span } = findCited(citations, coding)
  return (
    <div role="status" className="border-t-2 border-edge bg-canal-tint px-3 py-2">
      {state === 'standing' ? null : <p className="font-semibold text-furnace">{citeStateWords[state]}</p>}
      {span ? (
        <>
          <p className="text-sm font-semibold">{span.code}</p>
          <p dir="auto" className="font-serif whitespace-pre-line">
            {span.words}
          </p>
          <p className="text-sm">
            <a href={span.href} target="_blank" rel="noreferrer" className="inline-flex min-h-6 items-center">
              Read it in {span.reference} (opens a new tab)
            </a>
          </p>
        </>
      ) : null}
    </div>
  )
}

function findCited({ cited, citable }: CitationsView, coding: string): CitedSpan {
  const known = cited.find(each => each.coding === coding)
  if (known) return known
  const span = citable.find(each => each.coding === coding)
  return span ? { coding, state: 'standing', span } : { coding, state: 'elsewhere', span: null }
}
