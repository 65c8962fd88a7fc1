'use client'

import type { Editor, Extensions } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'

import { classNames } from '@/components/ui/class-names'
import { describedBy, FieldError, FieldHint } from '@/components/ui/field-frame'
import type { EditorNode } from '@/lib/domain/editor-document'

import { offerAsTarget } from './cite-target'
import { CitedNote } from './cited-note'
import { EditorToolbar, type Tool } from './editor-toolbar'
import { insertLines, sliceOf, withRealLists } from './pasted'

/** What the editor hands on of what is written: `sent` goes into the form, `length` is in Unicode code points. */
export type Written = { sent: unknown; length: number }

type ProseEditorProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** What is saved, as the editor takes it. */
  content: EditorNode
  read: (document: EditorNode) => Written
  /** What stands in its place until scripts run. */
  children: ReactNode
  /** In Unicode code points. */
  most: number
  /** All that the text can hold. */
  nodes: Extensions
  /** Buttons for what only this kind of text can hold. */
  tools?: readonly Tool[]
  /** Shown between the buttons and the text. */
  panel?: (editor: Editor) => ReactNode
}

const look = 'prose min-h-32 max-w-none whitespace-pre-wrap wrap-break-word px-3 py-2 leading-normal'

/** One section of a text in an editor that holds prose and nothing else. */
export function ProseEditor(props: ProseEditorProps) {
  const { name, label, hint, error, content, read, most, nodes, tools = [], panel, children } = props
  const sent = useRef<HTMLTextAreaElement>(null)
  const [saved] = useState(() => read(content))
  const [left, setLeft] = useState(most - saved.length)
  const countId = `${name}-count`
  const editor = useEditor({
    extensions: nodes,
    content,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    editorProps: {
      attributes: textboxAttributes(name, error !== undefined, describedBy(name, { hint, error }, countId)),
      transformPastedHTML: withRealLists,
      clipboardTextParser: (text, _context, _plain, view) => sliceOf(view, text),
      handleDOMEvents: { beforeinput: insertLines },
    },
    onUpdate: ({ editor: changed }) => {
      const written = read(changed.getJSON())
      setLeft(most - written.length)
      hand(sent.current, written.sent)
    },
  })
  useEffect(() => (editor ? offerAsTarget(editor) : undefined), [editor])
  useTextboxAttributes(editor, name, error, describedBy(name, { hint, error }, countId))

  return (
    <div className={classNames('flex flex-col gap-1.5', error && 'border-l-4 border-furnace pl-4')}>
      <p id={`${name}-label`} className="font-semibold" onClick={() => editor?.commands.focus()}>
        {label}
      </p>
      {hint ? <FieldHint id={name}>{hint}</FieldHint> : null}
      {error ? <FieldError id={name}>{error}</FieldError> : null}
      <div className="rounded-md border-2 border-edge bg-sheet focus-within:border-ink hover:border-ink">
        {editor ? (
          <>
            <EditorToolbar editor={editor} label={label} id={name} more={tools} />
            {panel?.(editor)}
            <EditorContent editor={editor} className="max-h-[70vh] overflow-y-auto" />
            <CitedNote editor={editor} />
          </>
        ) : (
          <div className={classNames(look, 'pt-12')}>{children}</div>
        )}
      </div>
      <textarea ref={sent} name={name} defaultValue={JSON.stringify(saved.sent)} hidden readOnly />
      <p id={countId} className={classNames('tabular-nums', left < 0 ? 'font-semibold text-furnace' : 'text-muted')}>
        {left < 0
          ? `${(-left).toLocaleString('en-GB')} ${left === -1 ? 'character' : 'characters'} too many`
          : `${left.toLocaleString('en-GB')} ${left === 1 ? 'character' : 'characters'} left`}
      </p>
    </div>
  )
}

/** Puts what is written into the field that the form sends, and says so as typing into a field would. */
function hand(field: HTMLTextAreaElement | null, written: unknown) {
  if (!field) return
  field.value = JSON.stringify(written)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function textboxAttributes(name: string, wrong: boolean, described: string | undefined): Record<string, string> {
  return {
    id: name,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${name}-label`,
    dir: 'auto',
    class: classNames(look, 'focus-visible:-outline-offset-3'),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(wrong ? { 'aria-invalid': 'true' } : {}),
  }
}

function useTextboxAttributes(editor: Editor | null, name: string, error: string | undefined, described?: string) {
  useEffect(() => {
    if (!editor) return
    const { editorProps } = editor.options
    editor.setOptions({
      editorProps: { ...editorProps, attributes: textboxAttributes(name, error !== undefined, described) },
    })
  }, [editor, name, error, described])
}
