import PDFDocument from 'pdfkit'

import type { BriefingBlock, BriefingDocument, BriefingRow, BriefingSection, RegionPicture } from './briefing'
import { drawingOn, hex, margin, rule, styles, type Drawing } from './briefing-drawing'
import { fitted, look, pictureSize } from './briefing-look'
import { documentFonts } from './embedded-font'
import { showable } from './evidence-pdf'

/**
 * The briefing as a tagged PDF: title, language, bookmarks, contents that lead to their pages, headings and an order for
 * reading aloud, and page numbers. Made twice, since its contents name pages that are known only once it is made.
 */
export async function briefingAsPdf(briefing: BriefingDocument): Promise<Buffer> {
  const first = await write(briefing, [])
  return (await write(briefing, first.pages)).file
}

async function write(briefing: BriefingDocument, pages: readonly number[]): Promise<{ file: Buffer; pages: number[] }> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: briefing.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: briefing.title, Author: briefing.publisher, Subject: briefing.kicker },
  })
  const finished = bytesOf(document)
  const fonts = documentFonts()
  document.registerFont('text', fonts.text.file).registerFont('heading', fonts.heading.file)
  const whole = document.struct('Document')
  document.addStructure(whole)
  const drawing = drawingOn(document, whole, briefing.unshown)

  cover(drawing, briefing, pages)
  const starts = briefing.sections.map((section, index) => {
    document.addPage()
    const page = pageOf(document)
    document.outline.addItem(section.heading, { expanded: true })
    sectionPage(drawing, section, `section-${index + 1}`)
    return page
  })
  whole.end()
  footers(document, briefing)
  document.end()
  return { file: await finished, pages: starts }
}

function pageOf(document: PDFKit.PDFDocument): number {
  const { start, count } = document.bufferedPageRange()
  return start + count
}

function cover(drawing: Drawing, briefing: BriefingDocument, pages: readonly number[]): void {
  const { document, artifact, say, width } = drawing
  artifact(() => document.rect(0, 0, document.page.width, 14).fill(hex(look.canal)))
  document.y = margin + 40
  say('P', briefing.kicker, { ...styles.kicker, size: 12 })
  say('H1', briefing.title, styles.cover, { above: 6, across: width - 30 })
  document.y += 10
  for (const line of briefing.lines) say('P', line, styles.text, { above: 2 })
  if (briefing.warning) boxed(drawing, briefing.warning, look.furnace, look.furnaceTint, 16)
  if (briefing.introduction) say('P', briefing.introduction, styles.lead, { above: 18 })
  say('H2', briefing.contents, styles.part, { above: 26, room: 80 })
  document.y += 6
  contents(drawing, briefing, pages)
}

/** Each part with its page, as a link to it. */
function contents(
  { document, whole, width, keepRoom, use, heightOf, artifact, shownOf }: Drawing,
  briefing: BriefingDocument,
  pages: readonly number[],
): void {
  const list = document.struct('TOC')
  whole.add(list)
  briefing.sections.forEach(({ heading }, index) => {
    const height = heightOf(heading, styles.text, width - 50)
    keepRoom(height + 12)
    const top = document.y
    const entry = document.struct('TOCI')
    list.add(entry)
    use(styles.text)
    const goTo = `section-${index + 1}`
    entry.add(
      document.struct('Link', {}, () => {
        document.text(shownOf(heading, styles.text).text, margin, top, { width: width - 50, lineGap: 3, goTo })
      }),
    )
    entry.add(
      document.struct('Span', {}, () => {
        document.text(String(pages[index] ?? ''), margin + width - 40, top, { width: 40, align: 'right' })
      }),
    )
    entry.end()
    document.y = top + height + 4
    artifact(() => rule(document, document.y - 2, margin, width))
    document.y += 5
  })
  list.end()
}

function sectionPage(drawing: Drawing, section: BriefingSection, destination: string): void {
  const { document, artifact, say, width } = drawing
  artifact(() => document.rect(margin, margin - 14, width, 4).fill(hex(look.canal)))
  document.y = margin
  say('P', section.kicker, styles.kicker)
  say('H2', section.heading, styles.title, { above: 3, destination })
  if (section.lead) say('P', section.lead, styles.lead, { above: 5 })
  document.y += 12
  facts(drawing, section)
  let number = 0
  for (const block of section.blocks) {
    number = block.kind === 'number' ? number + 1 : 0
    writeBlock(drawing, block, number)
  }
}

/** What it is about, in rows, and where, as a picture at their side. */
function facts(drawing: Drawing, { facts: rows, picture }: BriefingSection): void {
  if (rows.length === 0) return
  const { document, width } = drawing
  const size = picture ? pictureSize(picture.tiles) : { width: 0, height: 0 }
  const top = document.y
  writeRows(drawing, rows, width - (picture ? size.width + 24 : 0))
  const below = document.y
  if (picture) {
    drawPicture(drawing, picture, margin + width - size.width, top + 4)
    document.y = Math.max(below, top + 4 + size.height)
  }
  document.y += 8
}

function drawPicture({ document, whole }: Drawing, { tiles, alt }: RegionPicture, x: number, y: number): void {
  const step = look.tileSize + look.tileGap
  whole.add(
    document.struct('Figure', { alt }, () => {
      for (const { column, row, on } of tiles)
        document
          .rect(x + column * step, y + row * step, look.tileSize, look.tileSize)
          .fill(hex(on ? look.canal : look.tile))
    }),
  )
}

function writeRows(
  { document, whole, use, heightOf, keepRoom, artifact, shownOf }: Drawing,
  rows: readonly BriefingRow[],
  across: number,
): void {
  const labelled = 108
  for (const { label, value } of rows) {
    const height = Math.max(
      heightOf(value, styles.value, across - labelled),
      heightOf(label, styles.label, labelled - 12) + 1,
    )
    keepRoom(height + 10)
    const top = document.y
    artifact(() => rule(document, top, margin, across))
    const row = document.struct('P')
    whole.add(row)
    use(styles.label)
    row.add(
      document.struct('Span', {}, () => {
        document.text(`${shownOf(label, styles.label).text}`, margin, top + 5, { width: labelled - 12, lineGap: 1 })
      }),
    )
    use(styles.value)
    row.add(
      document.struct('Span', {}, () => {
        document.text(shownOf(value, styles.value).text, margin + labelled, top + 4, {
          width: across - labelled,
          lineGap: 2,
        })
      }),
    )
    row.end()
    document.y = top + height + 8
  }
}

function writeBlock(drawing: Drawing, block: BriefingBlock, number: number): void {
  const { document, say } = drawing
  if (block.kind === 'rows') {
    document.y += 4
    return writeRows(drawing, block.rows, drawing.width)
  }
  if (block.kind === 'note') return boxed(drawing, block, look.canal, look.canalTint, 6)
  if (block.kind === 'quotation') return quotation(drawing, block)
  if (block.kind === 'picture') return picture(drawing, block)
  if (block.kind === 'part') return say('H3', block.text, styles.part, { above: 10, room: 64 })
  if (block.kind === 'heading') return say('H4', block.text, styles.heading, { above: 8, room: 48 })
  if (block.kind === 'bullet') return say('P', `•  ${block.text}`, styles.text, { above: 3, left: 10, indent: -10 })
  if (block.kind === 'number') return say('P', `${number}.  ${block.text}`, styles.text, { above: 3, left: 10 })
  if (block.kind === 'quoted') return say('BlockQuote', block.text, styles.text, { above: 5, left: 18 })
  return say('P', block.text, block.kind === 'lead' ? styles.lead : styles.text, { above: 4 })
}

function picture(drawing: Drawing, block: BriefingBlock & { kind: 'picture' }): void {
  const { document, whole, say, heightOf, width, keepRoom } = drawing
  const size = fitted(block, { width, height: look.pictureHeight })
  const said = block.caption ? heightOf(block.caption, styles.small, width) + 6 : 0
  document.y += 10
  keepRoom(size.height + said)
  const top = document.y
  whole.add(
    document.struct('Figure', { alt: block.alt }, () => {
      document.image(block.file, margin, top, size)
    }),
  )
  document.y = top + size.height
  if (block.caption) say('Caption', block.caption, styles.small, { above: 4, room: 0 })
  document.y += 6
}

function quotation(drawing: Drawing, { text, source }: { text: string; source: string }): void {
  const { document, say, heightOf, width, keepRoom, artifact } = drawing
  const left = 18
  const words = `“${text}”`
  const height =
    heightOf(words, styles.quotation, width - left - 30) +
    (source ? heightOf(source, styles.small, width - left) + 5 : 0)
  document.y += 14
  keepRoom(height + 12)
  const top = document.y
  artifact(() => document.rect(margin, top, 5, height + 4).fill(hex(look.furnace)))
  say('BlockQuote', words, styles.quotation, { left, across: width - left - 30, room: 0 })
  if (source) say('P', source, styles.small, { left, above: 4, room: 0 })
  document.y = Math.max(document.y, top + height + 4) + 4
}

/** A few sentences on a tint, with a bar at their side: kept on one page. */
function boxed(
  drawing: Drawing,
  { title, text }: { title: string; text: string },
  bar: string,
  tint: string,
  above: number,
): void {
  const { document, say, heightOf, width, keepRoom, artifact } = drawing
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
function footers(document: PDFKit.PDFDocument, briefing: BriefingDocument): void {
  const { start, count } = document.bufferedPageRange()
  const fonts = documentFonts()
  const warned = briefing.warning ? ' · demonstration' : ''
  const title = showable(shortened(briefing.title, 70) + warned, fonts.text).text
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
