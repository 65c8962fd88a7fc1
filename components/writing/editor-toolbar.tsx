'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState, type KeyboardEvent } from 'react'

/** What a button above a text does. */
export type Tool = {
  name: string
  sign: string
  keys?: string
  isOn?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
  use: (editor: Editor) => void
}

const turning = (type: string) => ({
  isOn: (editor: Editor) => editor.isActive(type),
  use: (editor: Editor) => editor.chain().focus().toggleNode(type, 'paragraph').run(),
})

const forms: Tool[] = [
  { name: 'Heading', sign: 'H', keys: 'Ctrl Alt 3', ...turning('heading') },
  {
    name: 'Bulleted list',
    sign: '•',
    keys: 'Ctrl Shift 8',
    isOn: editor => editor.isActive('bulletList'),
    use: editor => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'Numbered list',
    sign: '1.',
    keys: 'Ctrl Shift 7',
    isOn: editor => editor.isActive('orderedList'),
    use: editor => editor.chain().focus().toggleOrderedList().run(),
  },
  { name: 'Block quotation', sign: '“ ”', keys: 'Ctrl Shift B', ...turning('quotation') },
]

const history: Tool[] = [
  {
    name: 'Undo',
    sign: '↶',
    keys: 'Ctrl Z',
    can: editor => editor.can().undo(),
    use: editor => editor.chain().focus().undo().run(),
  },
  {
    name: 'Redo',
    sign: '↷',
    keys: 'Ctrl Shift Z',
    can: editor => editor.can().redo(),
    use: editor => editor.chain().focus().redo().run(),
  },
]

type EditorToolbarProps = {
  editor: Editor
  label: string
  id: string
  /** What this kind of text can hold besides. */
  more: readonly Tool[]
}

/** The tools of one text: one stop for Tab, arrows go from one to the next. */
export function EditorToolbar({ editor, label, id, more }: EditorToolbarProps) {
  const tools = [...forms, ...more, ...history]
  const [stop, setStop] = useState(0)
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.map(tool => ({ on: tool.isOn?.(now), off: tool.can?.(now) === false })),
  })
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: tools.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const at = (next + tools.length) % tools.length
    setStop(at)
    event.currentTarget.querySelectorAll('button')[at]?.focus()
  }
  return (
    <div
      role="toolbar"
      aria-label={`Form of the text: ${label}`}
      aria-controls={id}
      onKeyDown={move}
      className="flex flex-wrap gap-1 border-b-2 border-edge p-1"
    >
      {tools.map(({ name, sign, keys, use }, index) => (
        <button
          key={name}
          type="button"
          title={keys ? `${name} (${keys})` : name}
          aria-label={name}
          aria-pressed={states[index]?.on}
          aria-disabled={states[index]?.off || undefined}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          onClick={() => use(editor)}
          className="inline-flex min-h-8 min-w-9 cursor-pointer items-center justify-center rounded-sm px-2 font-semibold hover:bg-canal-tint aria-disabled:opacity-50 aria-pressed:bg-canal aria-pressed:text-on-canal"
        >
          {sign}
        </button>
      ))}
    </div>
  )
}
