import { isWordKind, wordBlock, type Block, type Cite, type FigureBlock, type Prose, type WordBlock } from './prose'
import { countCharacters } from './text-count'
import { normaliseText } from './text-normal'

/** A text as the editor holds it: a tree of nodes, each of a type that `app/.../writing/editor-nodes.ts` knows. */
export type EditorNode = {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  content?: EditorNode[]
}

const listTypes = { bullet: 'bulletList', number: 'orderedList' } as const

/** Prose as the editor takes it. Items that follow each other make one list; a text without blocks is an empty line. */
export function toEditor(prose: Prose): EditorNode {
  const content: EditorNode[] = []
  for (const block of prose) {
    const last = content.at(-1)
    if (block.kind === 'figure') content.push(figureNode(block))
    else if (block.kind !== 'bullet' && block.kind !== 'number')
      content.push({ type: block.kind, content: inlineOf(block) })
    else if (last?.type === listTypes[block.kind]) last.content?.push(itemOf(block))
    else content.push({ type: listTypes[block.kind], content: [itemOf(block)] })
  }
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph', content: [] }] }
}

/** A picture as the editor takes it. */
export function figureNode({ kind: type, ...attrs }: FigureBlock): EditorNode {
  return { type, attrs }
}

function itemOf(block: WordBlock): EditorNode {
  return { type: 'listItem', content: [{ type: 'paragraph', content: inlineOf(block) }] }
}

/** Words, line breaks and citations in the order in which they stand. */
function inlineOf({ text, cites = [] }: WordBlock): EditorNode[] {
  const characters = Array.from(text)
  const nodes: EditorNode[] = []
  let from = 0
  for (const { at, coding } of [...cites, { at: characters.length, coding: null }]) {
    const words = characters.slice(from, at).join('')
    for (const [index, line] of words.split('\n').entries()) {
      if (index > 0) nodes.push({ type: 'lineBreak' })
      if (line) nodes.push({ type: 'text', text: line })
    }
    if (coding) nodes.push({ type: 'cite', attrs: { coding } })
    from = at
  }
  return nodes
}

/** What the editor holds, as prose. What it has no block for, and blocks without words, are left out. */
export function fromEditor(document: EditorNode): Prose {
  return (document.content ?? []).flatMap(blocksOf)
}

function blocksOf(node: EditorNode): Block[] {
  if (node.type === 'figure') return figureOf(node)
  if (node.type === 'bulletList') return itemsOf(node, 'bullet')
  if (node.type === 'orderedList') return itemsOf(node, 'number')
  return isWordKind(node.type) ? wordsIn(node, node.type) : []
}

function itemsOf(list: EditorNode, kind: 'bullet' | 'number'): Block[] {
  const lines = (list.content ?? []).flatMap(item => item.content ?? [])
  return lines.flatMap(line => wordsIn(line, kind))
}

function wordsIn(node: EditorNode, kind: WordBlock['kind']): Block[] {
  let typed = ''
  const cites: Cite[] = []
  for (const { type, text, attrs } of node.content ?? []) {
    if (type === 'text') typed += text ?? ''
    else if (type === 'lineBreak') typed += '\n'
    else if (type === 'cite' && typeof attrs?.coding === 'string')
      cites.push({ at: placeAfter(typed), coding: attrs.coding })
  }
  const words = normaliseText(typed)
  return words ? [wordBlock(kind, words, cites)] : []
}

/** How many code points stand before this place once the whole is normal: only what comes after it is not trimmed. */
function placeAfter(typed: string): number {
  return countCharacters(normaliseText(`${typed}.`)) - 1
}

function figureOf({ attrs = {} }: EditorNode): Block[] {
  const { image, width, height, alt, caption } = attrs
  if (typeof image !== 'string' || !isSize(width) || !isSize(height)) return []
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  return [{ kind: 'figure', image, width, height, alt: words(alt), caption: words(caption) }]
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0
}
