import type { EditorView } from '@tiptap/pm/view'
import { Fragment, Slice, type Node as EditorNode } from '@tiptap/pm/model'

import { toEditor } from '@/lib/domain/editor-document'
import { proseOf } from '@/lib/domain/prose'

/**
 * What another program put on the clipboard, before the editor reads it: Word writes its lists as paragraphs that look
 * like items. Nothing in here runs or loads, for the document is never shown; the editor then takes words alone.
 */
export function withRealLists(html: string): string {
  // Handlers would not run; without them the browser does not report that it did not run them.
  const quiet = html.replace(/\son(\w+)(?=\s*=)/gi, ' data-$1')
  const pasted = new DOMParser().parseFromString(quiet, 'text/html')
  for (const line of pasted.querySelectorAll('p[class*="MsoList"], p[style*="mso-list"]')) {
    const sign = line.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
    const list = pasted.createElement(/\w[.)]/.test(sign?.textContent ?? '') ? 'ol' : 'ul')
    sign?.remove()
    const item = pasted.createElement('li')
    item.append(...line.childNodes)
    const before = line.previousElementSibling
    if (before?.tagName === list.tagName && before.hasAttribute('data-of-word')) {
      before.append(item)
      line.remove()
      continue
    }
    list.setAttribute('data-of-word', '')
    list.append(item)
    line.replaceWith(list)
  }
  for (const table of pasted.querySelectorAll('table')) {
    const cells = [...table.querySelectorAll('td, th')].map(cell => {
      const line = pasted.createElement('p')
      line.append(...cell.childNodes)
      return line
    })
    table.replaceWith(...cells)
  }
  for (const quotation of pasted.querySelectorAll('blockquote')) joinLines(pasted, quotation)
  return pasted.body.innerHTML
}

/** A quotation is one block: paragraphs inside it become its lines. */
function joinLines(pasted: Document, quotation: Element) {
  for (const line of quotation.querySelectorAll('p, div')) {
    if (line.nextElementSibling) line.after(pasted.createElement('br'))
    line.replaceWith(...line.childNodes)
  }
}

/** Plain text as blocks: an empty line begins a new one. */
export function sliceOf(view: EditorView, text: string): Slice {
  const content = toEditor(proseOf(text)).content ?? []
  const nodes: EditorNode[] = content.map(node => view.state.schema.nodeFromJSON(node))
  return new Slice(Fragment.from(nodes), 1, 1)
}

/** Puts in what is typed all at once with line breaks in it, as dictation and typing aids do. */
export function insertLines(view: EditorView, event: InputEvent): boolean {
  if (event.inputType !== 'insertText' || !event.data?.includes('\n')) return false
  event.preventDefault()
  view.dispatch(view.state.tr.replaceSelection(sliceOf(view, event.data)).scrollIntoView())
  return true
}
