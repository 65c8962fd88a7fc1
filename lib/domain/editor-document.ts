import {
  isLinkTarget,
  isWordKind,
  wordBlock,
  type Block,
  type Cite,
  type FigureBlock,
  type Link,
  type Prose,
  type WordBlock,
} from './prose'
import { withLinks, type ChartBlock, type ReportBlock, type ReportProse } from './report-prose'
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
export function toEditor(prose: readonly (Block | ReportBlock)[]): EditorNode {
  const content: EditorNode[] = []
  for (const block of prose) {
    const last = content.at(-1)
    if (block.kind === 'figure') content.push(figureNode(block))
    else if (block.kind === 'chart') content.push(chartNode(block))
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

/** A figure of the analysis as the editor takes it. */
export function chartNode({ kind: type, ...attrs }: ChartBlock): EditorNode {
  return { type, attrs }
}

function itemOf(block: WordBlock): EditorNode {
  return { type: 'listItem', content: [{ type: 'paragraph', content: inlineOf(block) }] }
}

/** Words, line breaks, references and citations in the order in which they stand. */
function inlineOf({ text, cites = [], links = [] }: WordBlock): EditorNode[] {
  const characters = Array.from(text)
  const signs = [
    ...links.map(({ at, to, id }) => ({ at, node: { type: 'refer', attrs: { to, id } } })),
    ...cites.map(({ at, coding }) => ({ at, node: { type: 'cite', attrs: { coding } } })),
    { at: characters.length, node: null },
  ].toSorted((one, other) => one.at - other.at)
  const nodes: EditorNode[] = []
  let from = 0
  for (const { at, node } of signs) {
    const words = characters.slice(from, at).join('')
    for (const [index, line] of words.split('\n').entries()) {
      if (index > 0) nodes.push({ type: 'lineBreak' })
      if (line) nodes.push({ type: 'text', text: line })
    }
    if (node) nodes.push(node)
    from = at
  }
  return nodes
}

/** What the editor holds, as prose. What it has no block for, and blocks without words, are left out. */
export function fromEditor(document: EditorNode): Prose {
  return blocksIn(document).flatMap((block): Block[] => {
    if (block.kind === 'chart') return []
    if (block.kind === 'figure') return [block]
    const { links: _, ...words } = block
    return [words]
  })
}

/** The same as a section of the report, which has figures of the analysis for pictures. */
export function reportFromEditor(document: EditorNode): ReportProse {
  return blocksIn(document).filter(block => block.kind !== 'figure')
}

function blocksIn(document: EditorNode): (Block | ReportBlock)[] {
  return (document.content ?? []).flatMap(blocksOf)
}

function blocksOf(node: EditorNode): (Block | ReportBlock)[] {
  if (node.type === 'chart') return chartOf(node)
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
  const links: Link[] = []
  for (const { type, text, attrs } of node.content ?? []) {
    if (type === 'text') typed += text ?? ''
    else if (type === 'lineBreak') typed += '\n'
    else if (type === 'cite' && typeof attrs?.coding === 'string')
      cites.push({ at: placeAfter(typed), coding: attrs.coding })
    else if (type === 'refer' && isLinkTarget(attrs?.to) && typeof attrs?.id === 'string')
      links.push({ at: placeAfter(typed), to: attrs.to, id: attrs.id })
  }
  const words = normaliseText(typed)
  return words ? [withLinks(wordBlock(kind, words, cites), links)] : []
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

function chartOf({ attrs = {} }: EditorNode): ChartBlock[] {
  const { chart, caption } = attrs
  return typeof chart === 'string'
    ? [{ kind: 'chart', chart, caption: typeof caption === 'string' ? caption : '' }]
    : []
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0
}
