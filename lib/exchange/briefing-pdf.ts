import type { BriefingBlock, BriefingDocument, BriefingRow, BriefingSection, RegionPicture } from './briefing'
import { hex, margin, rule, styles, type Drawing } from './briefing-drawing'
import { look, pictureSize } from './briefing-look'
import { beginPdf, footOf, pageOf, writeBox, writeContents, writeCover, writePicture } from './pdf-parts'

/**
 * The briefing as a tagged PDF: title, language, bookmarks, contents that lead to their pages, headings and an order for
 * reading aloud, and page numbers. Made twice, since its contents name pages that are known only once it is made.
 */
export async function briefingAsPdf(briefing: BriefingDocument): Promise<Buffer> {
  const first = await write(briefing, [])
  return (await write(briefing, first.pages)).file
}

async function write(briefing: BriefingDocument, pages: readonly number[]): Promise<{ file: Buffer; pages: number[] }> {
  const { drawing, end } = beginPdf({ ...briefing, subject: briefing.kicker })
  const { document, say } = drawing
  writeCover(drawing, briefing)
  if (briefing.introduction) say('P', briefing.introduction, styles.lead, { above: 18 })
  say('H2', briefing.contents, styles.part, { above: 26, room: 80 })
  document.y += 6
  writeContents(
    drawing,
    briefing.sections.map(({ heading }, at) => ({ words: heading, goTo: `section-${at + 1}`, page: pages[at] })),
  )
  const starts = briefing.sections.map((section, index) => {
    document.addPage()
    const page = pageOf(document)
    document.outline.addItem(section.heading, { expanded: true })
    sectionPage(drawing, section, `section-${index + 1}`)
    return page
  })
  return { file: await end(footOf(briefing)), pages: starts }
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
  if (block.kind === 'note') return writeBox(drawing, block, { bar: look.canal, tint: look.canalTint, above: 6 })
  if (block.kind === 'quotation') return quotation(drawing, block)
  if (block.kind === 'picture') return writePicture(drawing, block)
  if (block.kind === 'part') return say('H3', block.text, styles.part, { above: 10, room: 64 })
  if (block.kind === 'heading') return say('H4', block.text, styles.heading, { above: 8, room: 48 })
  if (block.kind === 'bullet') return say('P', `•  ${block.text}`, styles.text, { above: 3, left: 10, indent: -10 })
  if (block.kind === 'number') return say('P', `${number}.  ${block.text}`, styles.text, { above: 3, left: 10 })
  if (block.kind === 'quoted') return say('BlockQuote', block.text, styles.text, { above: 5, left: 18 })
  return say('P', block.text, block.kind === 'lead' ? styles.lead : styles.text, { above: 4 })
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
