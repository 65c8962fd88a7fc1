import { look } from './briefing-look'
import { documentFonts } from './embedded-font'
import { showable } from './evidence-pdf'

type Face = 'text' | 'heading'
/** How words are set; lengths in points. */
export type Style = { face: Face; size: number; colour?: string; gap?: number }
/** What the parts of a document are drawn with. */
export type Drawing = ReturnType<typeof drawingOn>

/** In points. */
export const { margin } = look
/** A colour as the writer takes it. */
export const hex = (colour: string) => `#${colour}`

/** Type by its use; sizes and gaps in points. */
export const styles = {
  kicker: { face: 'text', size: 10.5, colour: look.canal },
  cover: { face: 'heading', size: 34, gap: 2 },
  title: { face: 'heading', size: 24, gap: 2 },
  part: { face: 'heading', size: 14.5 },
  heading: { face: 'heading', size: 12 },
  lead: { face: 'heading', size: 13, gap: 2 },
  text: { face: 'text', size: 10.25, gap: 2.5 },
  label: { face: 'text', size: 9, colour: look.muted },
  value: { face: 'text', size: 10, gap: 2 },
  quotation: { face: 'heading', size: 15.5, gap: 3 },
  quoted: { face: 'heading', size: 12, gap: 2.5 },
  caption: { face: 'text', size: 10.25, colour: look.canal, gap: 1.5 },
  cell: { face: 'text', size: 9, gap: 1.5 },
  cellHead: { face: 'text', size: 8.5, colour: look.canal, gap: 1 },
  small: { face: 'text', size: 9, colour: look.muted },
} as const satisfies Record<string, Style>

/** Writes words and rules one below the other, each with its role for who hears it. */
export function drawingOn(document: PDFKit.PDFDocument, whole: PDFKit.PDFStructureElement, unshown: string) {
  const fonts = documentFonts()
  const width = document.page.width - 2 * margin
  const bottom = () => document.page.height - margin
  const use = ({ face, size, colour = look.ink }: Style) => document.font(face).fontSize(size).fillColor(hex(colour))
  const shownOf = (words: string, style: Style) => showable(words, fonts[style.face])
  const heightOf = (words: string, style: Style, across: number) => {
    use(style)
    return document.heightOfString(shownOf(words, style).text, { width: across, lineGap: style.gap ?? 1 })
  }
  /** Begins a page where less than this is left. */
  const keepRoom = (room: number) => {
    if (document.y + room > bottom()) document.addPage()
  }
  /** A paragraph's last line never stands alone on the next page: the line before goes with it. */
  const leaveTwoLines = (words: string, style: Style, across: number) => {
    const line = heightOf('x', style, across)
    const lines = Math.round(heightOf(words, style, across) / line)
    const fit = Math.floor((bottom() - document.y) / line)
    if (lines > 2 && lines - fit === 1) document.page.margins.bottom += line
  }
  const artifact = (draw: () => void) => {
    document.markContent('Artifact', { type: 'Layout' })
    draw()
    document.endMarkedContent()
  }
  /** One text of a role; `left` from the margin, `room` that must be there for it to begin. */
  const say = (
    tag: string,
    words: string,
    style: Style,
    { above = 0, left = 0, across = width - left, room = style.size * 3, into = whole, ...more }: SayOptions = {},
  ) => {
    const shown = shownOf(words, style)
    document.y += above
    keepRoom(room)
    leaveTwoLines(shown.text, style, across)
    use(style)
    into.add(
      document.struct(tag, {}, () => {
        document.text(shown.text, margin + left, document.y, { width: across, lineGap: style.gap ?? 1, ...more })
      }),
    )
    if (!shown.whole) {
      use(styles.small)
      into.add(
        document.struct('Note', {}, () => void document.text(unshown, margin + left, document.y, { width: across })),
      )
    }
  }
  return { document, whole, width, bottom, use, heightOf, keepRoom, artifact, say, shownOf, unshown }
}

type SayOptions = PDFKit.Mixins.TextOptions & {
  above?: number
  left?: number
  across?: number
  room?: number
  into?: PDFKit.PDFStructureElement
}

/** A thin line across. */
export function rule(document: PDFKit.PDFDocument, y: number, x: number, width: number): void {
  document
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.6)
    .strokeColor(hex(look.line))
    .stroke()
}
