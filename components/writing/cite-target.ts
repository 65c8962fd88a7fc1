import type { Editor } from '@tiptap/core'

import { toEditor, type EditorNode } from '@/lib/domain/editor-document'
import type { CitableSpan } from '@/lib/domain/citation'

// The text that was written in last: what is quoted or cited beside it goes there.
const editors = new Set<Editor>()
let last: Editor | null = null

/** Tells of an editor while it is on the page; answers how to take that back. */
export function offerAsTarget(editor: Editor): () => void {
  const focused = () => {
    last = editor
  }
  editors.add(editor)
  editor.on('focus', focused)
  return () => {
    editors.delete(editor)
    editor.off('focus', focused)
    if (last === editor) last = null
  }
}

/** The text that was written in last, else the first; null where none is being written. */
export function editorInUse(): Editor | null {
  return last ?? [...editors][0] ?? null
}

const cite = (coding: string) => ({ type: 'cite', attrs: { coding } })

/** Puts the words of a span in as a quotation that cites it, after the block in which the caret is. */
export function insertQuotation({ coding, words }: CitableSpan): boolean {
  const [quotation] =
    toEditor([{ kind: 'quotation', text: words, cites: [{ at: Array.from(words).length, coding }] }]).content ?? []
  return quotation !== undefined && insertBlock(quotation)
}

/** Puts a note at the caret that cites a span. */
export function insertCite({ coding }: CitableSpan): boolean {
  return insertHere(cite(coding))
}

/** Puts a block in after the one in which the caret is. */
export function insertBlock(block: EditorNode): boolean {
  const editor = editorInUse()
  if (!editor) return false
  const { $to } = editor.state.selection
  const after = $to.depth > 0 ? $to.after(1) : $to.pos
  return editor.chain().insertContentAt(after, block).focus().run()
}

/** Puts something that stands in a line at the caret. */
export function insertHere(node: EditorNode): boolean {
  return editorInUse()?.chain().focus().insertContent(node).run() ?? false
}
