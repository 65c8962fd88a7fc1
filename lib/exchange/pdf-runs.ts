import { hex, margin, styles, type Drawing, type Style } from './briefing-drawing'
import { look } from './briefing-look'
import type { Run } from './report-document'

/** `label` stands `hang` to the left of the first line; `bar` is the colour of a line at the side of all. */
type Options = {
  above?: number
  left?: number
  across?: number
  destination?: string
  into?: PDFKit.PDFStructureElement
  label?: string
  hang?: number
  bar?: string
}
type Piece = { text: string; run: Run; width: number }

const raisedSize = 0.68

/**
 * A text of several runs as one element of a role. Its links lead where they say, and no line of a paragraph stands alone
 * on a page.
 */
export function sayRuns(
  drawing: Drawing,
  tag: string,
  runs: readonly Run[],
  style: Style,
  options: Options = {},
): void {
  const { document, whole, width, bottom, use, shownOf, say, artifact } = drawing
  const { above = 0, left = 0, across = width - left, into = whole, destination, label, hang = 0, bar } = options
  const shown = runs.map(run => ({ run, ...shownOf(run.text, style) }))
  const lines = linesOf(drawing, shown, style, across)
  use(style)
  const height = document.currentLineHeight(true) + (style.gap ?? 1)
  document.y += above
  const fit = (room: number) => Math.max(0, Math.floor((room + (style.gap ?? 1)) / height))
  const turns = pageTurns(lines.length, fit(bottom() - document.y), fit(bottom() - margin))
  if (turns.has(0)) document.addPage()
  const top = document.y
  if (destination) document.addNamedDestination(destination, 'XYZ', margin, top, null)
  if (label !== undefined) {
    use(style)
    const write = () => void document.text(label, margin + left - hang, top, { lineBreak: false })
    into.add(document.struct('Lbl', {}, write))
  }
  const element = document.struct(tag)
  into.add(element)
  const links = new Map<Run, PDFKit.PDFStructureElement>()
  document.y = top
  lines.forEach((line, at) => {
    if (at > 0 && turns.has(at)) document.addPage()
    const { y } = document
    if (bar) artifact(() => document.rect(margin, y, 4, height).fill(hex(bar)))
    let x = margin + left
    for (const piece of line) {
      writePiece(drawing, { element, links }, piece, style, { x, y })
      x += piece.width
    }
    document.y = y + height
  })
  for (const link of links.values()) link.end()
  element.end()
  document.x = margin
  if (!shown.every(run => run.whole)) say('Note', drawing.unshown, styles.small, { left, into })
}

function faceOf(drawing: Drawing, { raised, goTo, url }: Run, style: Style): void {
  const size = raised ? style.size * raisedSize : style.size
  drawing.use({ ...style, size, ...(goTo || url ? { colour: look.canal } : {}) })
}

function writePiece(
  drawing: Drawing,
  { element, links }: { element: PDFKit.PDFStructureElement; links: Map<Run, PDFKit.PDFStructureElement> },
  { text, run }: Piece,
  style: Style,
  { x, y }: { x: number; y: number },
): void {
  const { document, artifact } = drawing
  const written = text.trimEnd()
  faceOf(drawing, run, style)
  const write = () => void document.text(text, x, y, { lineBreak: false, oblique: run.italic ?? false })
  if (!run.goTo && !run.url) return void element.add(write)
  const link = links.get(run) ?? document.struct('Link')
  if (!links.has(run)) element.add(link)
  links.set(run, link)
  link.add(write)
  const wide = document.widthOfString(written)
  const high = document.currentLineHeight()
  const place = { structParent: link, Contents: pdfText(run.text) }
  if (run.url) document.link(x, y, wide, high, run.url, place)
  else document.goTo(x, y, wide, high, run.goTo ?? '', place)
  if (!run.raised) artifact(() => underline(document, x, y + high - 1, wide))
}

/** The writer takes a plain string for a name of the format; a text is an object of its own. */
function pdfText(text: string): string {
  const words: unknown = new String(text)
  return words as string
}

function underline(document: PDFKit.PDFDocument, x: number, y: number, width: number): void {
  document
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.4)
    .strokeColor(hex(look.canal))
    .stroke()
}

/** Lines before which a page begins: of a paragraph at least two stand together, before a page's end and after. */
function pageTurns(count: number, room: number, page: number): Set<number> {
  const turns = new Set<number>()
  let at = 0
  let fits = room
  while (count - at > fits) {
    const kept = count - at - fits === 1 ? fits - 1 : fits
    at += at === 0 && kept < Math.min(2, count) ? 0 : Math.max(1, kept)
    if (turns.has(at)) break
    turns.add(at)
    fits = page
  }
  return turns
}

/** The words of all runs in lines of a width. What is not parted by a space stays together, a note's sign with its word. */
function linesOf(
  drawing: Drawing,
  shown: readonly { run: Run; text: string }[],
  style: Style,
  across: number,
): Piece[][] {
  const lines: Piece[][] = [[]]
  let used = 0
  const begin = () => {
    lines.push([])
    used = 0
  }
  const put = (piece: Piece) => {
    const line = lines.at(-1) ?? []
    const last = line.at(-1)
    if (last?.run === piece.run) Object.assign(last, { text: last.text + piece.text, width: last.width + piece.width })
    else line.push({ ...piece })
    used += piece.width
  }
  for (const word of wordsOf(drawing, shown, style)) {
    if (word === 'break') {
      begin()
      continue
    }
    const inked = word.reduce((sum, piece) => sum + piece.width, 0) - spaceAfter(drawing, word, style)
    if (used > 0 && used + inked > across) begin()
    for (const piece of inked > across ? word.flatMap(long => charactersOf(drawing, long, style)) : word) {
      if (inked > across && used + piece.width > across) begin()
      put(piece)
    }
  }
  return lines.filter((line, at) => line.length > 0 || at < lines.length - 1)
}

function wordsOf(drawing: Drawing, shown: readonly { run: Run; text: string }[], style: Style): (Piece[] | 'break')[] {
  const words: (Piece[] | 'break')[] = []
  let open = false
  for (const { run, text } of shown) {
    faceOf(drawing, run, style)
    for (const token of text.match(/\n|[^ \n]+ *| +/g) ?? []) {
      if (token === '\n') {
        words.push('break')
        open = false
        continue
      }
      const piece = { text: token, run, width: drawing.document.widthOfString(token) }
      const last = words.at(-1)
      if (open && last && last !== 'break') last.push(piece)
      else words.push([piece])
      open = !token.endsWith(' ')
    }
  }
  return words
}

function spaceAfter(drawing: Drawing, word: readonly Piece[], style: Style): number {
  const last = word.at(-1)
  if (!last) return 0
  faceOf(drawing, last.run, style)
  return last.width - drawing.document.widthOfString(last.text.trimEnd())
}

function charactersOf(drawing: Drawing, { text, run }: Piece, style: Style): Piece[] {
  faceOf(drawing, run, style)
  return Array.from(text, character => ({ text: character, run, width: drawing.document.widthOfString(character) }))
}
