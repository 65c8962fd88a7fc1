'use client'

import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useState, type KeyboardEvent } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** What is said under the figure that is selected, and the way to take it out. */
export function ChartPanel({ editor }: { editor: Editor }) {
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { selection } = state
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'chart') return null
      return {
        place: `${String(selection.node.attrs.chart)}-${selection.from}`,
        caption: String(selection.node.attrs.caption),
      }
    },
  })
  return selected ? <Caption key={selected.place} editor={editor} caption={selected.caption} /> : null
}

function Caption({ editor, caption }: { editor: Editor; caption: string }) {
  const [said, setSaid] = useState(caption)
  const change = () => editor.chain().updateAttributes('chart', { caption: said.trim() }).focus().run()
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    change()
  }
  return (
    <div
      role="group"
      aria-label="The selected figure"
      onKeyDown={pressed}
      className="flex flex-col gap-4 border-b-2 border-edge bg-canal-tint p-3"
    >
      <Field
        name="chart-caption"
        // It lies inside the form of the whole text and is none of it: it belongs to a form that is not there.
        form="no-form"
        label="Caption (optional)"
        hint="What a reader should see in it. Its title and the day of counting are said beside it."
        value={said}
        onChange={event => setSaid(event.target.value)}
        maxLength={600}
        width="full"
      />
      <ButtonRow>
        <Button type="button" onClick={change}>
          Change caption
        </Button>
        <Button type="button" variant="quiet" onClick={() => editor.chain().deleteSelection().focus().run()}>
          Take the figure out
        </Button>
      </ButtonRow>
    </div>
  )
}
