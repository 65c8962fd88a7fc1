import PDFDocument from 'pdfkit'

import { drawingOn, hex, margin, rule, styles, type Drawing } from './briefing-drawing'
import { fitted, look } from './briefing-look'
import { documentFonts } from './embedded-font'
import { showable } from './evidence-pdf'

// What every document of ours shares as a PDF: how it begins and ends, its cover, contents, pictures and boxes.

type About = { title: string; publisher: string; subject: string; language: string; unshown: string }
/** A sentence or two under a title of their own. */
type Said = { title: string; text: string }

/** Begins a tagged PDF with a title, a language and our fonts. `end` puts the foot under its pages and answers the file. */
export function beginPdf({ title, publisher, subject, language, unshown }: About): {
  drawing: Drawing
  end: (foot: string) => Promise<Buffer>
} {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: publisher, Subject: subject },
  })
  const finished = bytesOf(document)
  const fonts = documentFonts()
  document.registerFont('text', fonts.text.file).registerFont('heading', fonts.heading.file)
  const whole = document.struct('Document')
  document.addStructure(whole)
  return {
    drawing: drawingOn(document, whole, unshown),
    end: foot => {
      whole.end()
      footers(document, foot)
      document.end()
      return finished
    },
  }
}

/** The number of the page that is being written. */
export function pageOf(document: PDFKit.PDFDocument): number {
  const { start, count } = document.bufferedPageRange()
  return start + count
}

/** What a document is, large on its first page, with what it warns of. */
export function writeCover(
  drawing: Drawing,
  { kicker, title, lines, warning }: { kicker: string; title: string; lines: readonly string[]; warning: Said | null },
): void {
  const { document, artifact, say, width } = drawing
  artifact(() => document.rect(0, 0, document.page.width, 14).fill(hex(look.canal)))
  document.y = margin + 40
  say('P', kicker, { ...styles.kicker, size: 12 })
  say('H1', title, styles.cover, { above: 6, across: width - 30 })
  document.y += 10
  for (const line of lines) say('P', line, styles.text, { above: 2 })
  if (warning) writeBox(drawing, warning, { bar: look.furnace, tint: look.furnaceTint, above: 16 })
}

/** A line of the contents: `goTo` is the destination that it leads to, `left` how far it is set in. */
export type Entry = { words: string; goTo: string; page: number | undefined; left?: number }

/** Each part with its page, as a link to it. */
export function writeContents(
  { document, whole, width, keepRoom, use, heightOf, artifact, shownOf }: Drawing,
  entries: readonly Entry[],
): void {
  const list = document.struct('TOC')
  whole.add(list)
  for (const { words, goTo, page, left = 0 } of entries) {
    const across = width - 50 - left
    const height = heightOf(words, styles.text, across)
    keepRoom(height + 12)
    const top = document.y
    const entry = document.struct('TOCI')
    list.add(entry)
    use(styles.text)
    entry.add(
      document.struct('Link', {}, () => {
        document.text(shownOf(words, styles.text).text, margin + left, top, { width: across, lineGap: 3, goTo })
      }),
    )
    entry.add(
      document.struct('Span', {}, () => {
        document.text(String(page ?? ''), margin + width - 40, top, { width: 40, align: 'right' })
      }),
    )
    entry.end()
    document.y = top + height + 4
    artifact(() => rule(document, document.y - 2, margin, width))
    document.y += 5
  }
  list.end()
}

type Picture = { file: Buffer; width: number; height: number; alt: string; caption: string }

/** A picture, as wide as it prints well (points for each of its pixels: `most`), and what is said below it. */
export function writePicture(
  drawing: Drawing,
  shown: Picture,
  room: { height: number; most: number } = { height: look.pictureHeight, most: 0.5 },
): void {
  const { document, whole, say, heightOf, width, keepRoom } = drawing
  const size = fitted(shown, { width, height: room.height }, room.most)
  const said = shown.caption ? heightOf(shown.caption, styles.small, width) + 6 : 0
  document.y += 10
  keepRoom(size.height + said)
  const top = document.y
  whole.add(
    document.struct('Figure', { alt: shown.alt }, () => {
      document.image(shown.file, margin, top, size)
    }),
  )
  document.y = top + size.height
  if (shown.caption) say('Caption', shown.caption, styles.small, { above: 4, room: 0 })
  document.y += 6
}

/** A few sentences on a tint, with a bar at their side: kept on one page. */
export function writeBox(
  { document, say, heightOf, width, keepRoom, artifact }: Drawing,
  { title, text }: Said,
  { bar, tint, above }: { bar: string; tint: string; above: number },
): void {
  const left = 18
  const across = width - left - 12
  const strong = { ...styles.text, colour: bar }
  const height = heightOf(title, strong, across) + heightOf(text, styles.text, across) + 18
  document.y += above
  keepRoom(height)
  const top = document.y
  artifact(() => {
    document.rect(margin, top, width, height).fill(hex(tint))
    document.rect(margin, top, 5, height).fill(hex(bar))
  })
  document.y = top + 8
  say('P', title, strong, { left, across, room: 0 })
  say('P', text, styles.text, { left, across, above: 2, room: 0 })
  document.y = Math.max(document.y, top + height) + 4
}

/** At the foot of every page but the cover: what it is, and which page of how many. */
function footers(document: PDFKit.PDFDocument, foot: string): void {
  const { start, count } = document.bufferedPageRange()
  const title = showable(foot, documentFonts().text).text
  for (let page = start + 1; page < start + count; page += 1) {
    document.switchToPage(page)
    // below the margin a text would begin a page of its own
    document.page.margins.bottom = 0
    const y = document.page.height - margin + 22
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    rule(document, y - 8, margin, document.page.width - 2 * margin)
    document.font('text').fontSize(8.5).fillColor(hex(look.muted))
    document.text(title, margin, y, { lineBreak: false })
    document.text(`${page + 1} of ${count}`, margin, y, {
      width: document.page.width - 2 * margin,
      align: 'right',
      lineBreak: false,
    })
    document.endMarkedContent()
  }
}

/** What stands at the foot of a document's pages. */
export function footOf({ title, warning }: { title: string; warning: Said | null }): string {
  return shortened(title, 70) + (warning ? ' · demonstration' : '')
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
}
