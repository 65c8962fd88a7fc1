import { styles, type Drawing } from './briefing-drawing'
import { look } from './briefing-look'
import { beginPdf, footOf, pageOf, writeBox, writeContents, writeCover, writePicture } from './pdf-parts'
import { sayRuns } from './pdf-runs'
import { writeTable } from './pdf-table'
import type { ReportBlock, ReportDocument, ReportPicture, ReportSection } from './report-document'

/**
 * The report as a tagged PDF: title, language, bookmarks, contents, headings and lists, tables with their heads, words for
 * every picture, and links that lead to notes and back. Made twice, since its contents name pages that are known only
 * once it is made.
 */
export async function reportAsPdf(report: ReportDocument): Promise<Buffer> {
  const first = await write(report, new Map())
  return (await write(report, first.pages)).file
}

type Pages = Map<string, number>

async function write(report: ReportDocument, known: Pages): Promise<{ file: Buffer; pages: Pages }> {
  const { drawing, end } = beginPdf({ ...report, subject: report.kicker })
  const { document, say } = drawing
  const pages: Pages = new Map()
  let chapter = document.outline
  const writeSection = (section: ReportSection) => {
    if (section.onNewPage) document.addPage()
    sectionHead(drawing, section)
    pages.set(section.id, pageOf(document))
    if (section.depth === 1) chapter = document.outline.addItem(section.heading, { expanded: true })
    else chapter.addItem(section.heading)
    writeBlocks(drawing, section)
  }
  writeCover(drawing, report)
  if (report.changes) writeBox(drawing, report.changes, { bar: look.canal, tint: look.canalTint, above: 12 })
  const summary = report.sections.find(({ id }) => id === 'summary/')
  const others = report.sections.filter(section => section !== summary)
  if (summary) writeSection(summary)
  else document.addPage()
  say('H2', report.contents, styles.title, { above: summary ? 26 : 0, room: 200 })
  document.y += 8
  writeContents(
    drawing,
    report.sections.map(({ id, heading, depth }) => ({
      words: heading,
      goTo: id,
      page: known.get(id),
      left: depth === 2 ? 18 : 0,
    })),
  )
  for (const section of others) writeSection(section)
  return { file: await end(footOf(report)), pages }
}

function sectionHead({ document, say, width }: Drawing, { id, heading, depth, onNewPage }: ReportSection): void {
  const options = { destination: id, across: width - 20 }
  if (depth === 2) return say('H3', heading, styles.part, { ...options, above: 14, room: 80 })
  say('H2', heading, styles.title, { ...options, above: onNewPage ? 0 : 26, room: 120 })
  document.y += 4
}

const listed = ['bullet', 'number', 'entry']

/** What stands one after the other; of lists all that belong together. */
function writeBlocks(drawing: Drawing, { blocks, depth }: ReportSection): void {
  let list: PDFKit.PDFStructureElement | null = null
  blocks.forEach((block, at) => {
    if (!listed.includes(block.kind)) return writeBlock(drawing, block, depth)
    const before = blocks[at - 1]
    if (!list || before?.kind !== block.kind) {
      list = drawing.document.struct('L')
      drawing.whole.add(list)
    }
    writeItem(drawing, block, list)
    if (blocks[at + 1]?.kind !== block.kind) list.end()
  })
}

function writeItem(drawing: Drawing, block: ReportBlock, list: PDFKit.PDFStructureElement): void {
  if (block.kind !== 'bullet' && block.kind !== 'number' && block.kind !== 'entry') return
  const item = drawing.document.struct('LI')
  list.add(item)
  const common = { into: item, destination: block.id }
  if (block.kind === 'entry') {
    const hang = block.label ? 24 : 0
    const label = block.label ? { label: block.label, hang, left: hang } : {}
    sayRuns(drawing, 'LBody', block.runs, styles.value, { ...common, ...label, above: 5 })
  } else {
    const label = block.kind === 'number' ? `${block.n}.` : '•'
    const hang = block.kind === 'number' ? 18 : 12
    sayRuns(drawing, 'LBody', block.runs, styles.text, { ...common, label, hang, left: 22, above: 3 })
  }
  item.end()
}

function writeBlock(drawing: Drawing, block: ReportBlock, depth: 1 | 2): void {
  const { say } = drawing
  switch (block.kind) {
    case 'heading':
      return say(`H${depth + 2}`, block.text, styles.heading, { above: 10, room: 54, destination: block.id })
    case 'paragraph':
      return sayRuns(drawing, 'P', block.runs, styles.text, { above: 6, destination: block.id })
    case 'quotation':
      sayRuns(drawing, 'BlockQuote', block.runs, styles.quoted, {
        above: 10,
        left: 18,
        across: drawing.width - 48,
        destination: block.id,
        bar: look.furnace,
      })
      drawing.document.y += 4
      return
    case 'picture':
      return writeFigure(drawing, block)
    case 'table':
      return writeTable(drawing, block)
  }
}

// Points for each dot of a chart: its letters are then about as large as those of a table.
const dot = 0.3

function writeFigure(drawing: Drawing, picture: ReportPicture): void {
  const { document, say, keepRoom, width, heightOf } = drawing
  const size = { height: 560, most: dot }
  const high = Math.min(size.height, picture.height * Math.min(dot, width / picture.width))
  document.y += 10
  keepRoom(heightOf(picture.title, styles.caption, width) + high + 50)
  say('Caption', picture.title, styles.caption, { destination: picture.id, room: 0 })
  writePicture(drawing, { ...picture, caption: '' }, size)
  if (picture.caption) say('P', picture.caption, styles.value, { above: 2, room: 0 })
  sayRuns(drawing, 'P', picture.about, styles.small, { above: 3 })
  document.y += 6
}
