import { lengthOf, unitAt, wholeCharacters, type Span } from '@/lib/domain/span'

/**
 * What is selected of a text, in code points and on whole characters; null where nothing is, or where the selection
 * does not lie in it. The element holds the text and nothing else.
 */
export function selectedIn(element: HTMLElement, text: string): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(element)) return null
  const [from, to] = [
    place(element, range.startContainer, range.startOffset),
    place(element, range.endContainer, range.endOffset),
  ]
  return from < to ? wholeCharacters(text, { start: from, end: to }) : null
}

/** How many code points of the element's text lie before a place in the page. */
function place(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(element)
  const whole = before.toString()
  if (before.comparePoint(node, offset) < 0) return 0
  if (before.comparePoint(node, offset) > 0) return lengthOf(whole)
  before.setEnd(node, offset)
  return lengthOf(before.toString())
}

/** The place of a span in the page; null where it is not shown. */
export function rangeOf(element: HTMLElement, { start, end }: Span): Range | null {
  const [from, to] = [pointIn(element, start, false), pointIn(element, end, true)]
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function pointIn(element: HTMLElement, point: number, ending: boolean): { node: Text; offset: number } | null {
  const segments = element.querySelectorAll<HTMLElement>('[data-at]')
  let [low, high] = [0, segments.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const at = Number(segments[middle]?.dataset.at)
    if (ending ? at < point : at <= point) low = middle
    else high = middle - 1
  }
  const segment = segments[low]
  const node = segment && document.createTreeWalker(segment, NodeFilter.SHOW_TEXT).nextNode()
  if (!(node instanceof Text)) return null
  return { node, offset: unitAt(node.data, point - Number(segment?.dataset.at)) }
}

/** Selects a span in the page, and brings it into view. */
export function selectIn(element: HTMLElement, span: Span): void {
  const range = rangeOf(element, span)
  const selection = document.getSelection()
  if (!range || !selection) return
  selection.removeAllRanges()
  selection.addRange(range)
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 80 || bottom > window.innerHeight - 80)
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
