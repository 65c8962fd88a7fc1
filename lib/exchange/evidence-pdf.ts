import PDFDocument from 'pdfkit'

import { documentFonts, type EmbeddedFont } from './embedded-font'
import type { EvidenceCopy } from './evidence-copy'

const ink = '#1a1f24'
const margin = 62 // points, as all lengths here

/**
 * The copy as a tagged PDF: a title, a language, headings and an order for reading aloud. Its fonts are embedded and hold
 * Latin letters with all their accents. Whatever else somebody wrote is marked `[…]`, with a sentence below that says so:
 * the web page holds all of it.
 */
export function copyAsPdf(copy: EvidenceCopy): Promise<Buffer> {
  const { text, heading } = documentFonts()
  const document = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: copy.language,
    displayTitle: true,
    info: { Title: copy.title },
  })
  document.registerFont('text', text.file).registerFont('heading', heading.file)
  const whole = document.struct('Document')
  document.addStructure(whole)

  type Role = keyof typeof looks
  const write = (role: Role, words: string, font: EmbeddedFont) => {
    const shown = showable(words, font)
    const { tag, size, above, face } = looks[role]
    // outside of what is tagged: a page must not end within it before it has begun
    document.font(face).fontSize(size).fillColor(ink).moveDown(above)
    keepRoom(document, role === 'answer' ? size : size * 4)
    whole.add(document.struct(tag, {}, () => void document.text(shown.text, { lineGap: size * 0.25 })))
    if (!shown.whole && role !== 'note') write('note', copy.unshown, text)
  }
  write('title', copy.title, heading)
  write('lead', copy.lead, text)
  for (const section of copy.sections) {
    write('section', section.heading, heading)
    for (const { label, value } of section.items) {
      write('label', label, heading)
      write('answer', value, text)
    }
  }
  whole.end()
  return finished(document)
}

const looks = {
  title: { tag: 'H1', size: 24, above: 0, face: 'heading' },
  lead: { tag: 'P', size: 11, above: 0.6, face: 'text' },
  section: { tag: 'H2', size: 17, above: 1.2, face: 'heading' },
  label: { tag: 'H3', size: 12, above: 0.8, face: 'heading' },
  answer: { tag: 'P', size: 11, above: 0.15, face: 'text' },
  note: { tag: 'Note', size: 9, above: 0.3, face: 'text' },
} as const

/** A heading never stands alone at the foot of a page. */
function keepRoom(document: PDFKit.PDFDocument, room: number): void {
  if (room > 0 && document.y + room > document.page.height - margin) document.addPage()
}

const mark = '\ue000' // for private use: no font of ours shows it

/** What a font can show of a text: each run of what it can't is one `[…]`. */
export function showable(text: string, font: Pick<EmbeddedFont, 'shows'>): { text: string; whole: boolean } {
  const marked = Array.from(text.replace(/\t/g, ' '), character =>
    character === '\n' || font.shows(character.codePointAt(0) ?? 0) ? character : mark,
  ).join('')
  // words of another script have plain spaces and signs between them
  return { text: marked.replace(/\ue000(?:[ ,.;:!?-]*\ue000)*/g, '[…]'), whole: !marked.includes(mark) }
}

function finished(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
    document.end()
  })
}
