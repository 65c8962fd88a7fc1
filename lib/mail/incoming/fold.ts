/** A stretch of a mail's text: its own words, what it quotes of an earlier mail, or how it is signed. */
export type Segment = { kind: 'text' | 'quote' | 'signature'; text: string }

const attribution =
  /^\s*(?:On\b.{4,300}\bwrote|Le\b.{4,300}\ba écrit|Am\b.{4,300}\bschrieb.{0,200}|El\b.{4,300}\bescribió|Il\b.{4,300}\bha scritto|Op\b.{4,300}\bschreef.{0,200}|W dniu\b.{4,300}\b(?:pisze|napisał\(?a?\)?))\s*:\s*$/su
const divider =
  /^\s*(?:-{2,}\s*(?:Original Message|Original Appointment|Forwarded message|Forwarded by .{1,100}|Reply message)\s*-{2,}|Begin forwarded message:|_{20,})\s*$/iu
const mailHeader = /^\s*\*?(?:From|Von|De|Od|Da|Van):\*?\s+\S/u
const otherHeader = /^\s*\*?(?:Sent|Date|To|Cc|Subject|Gesendet|An|Betreff|Envoyé|À|Objet|Enviado|Para|Asunto):\*?/u
const sentFrom =
  /^\s*(?:Sent from (?:my|Mail|Outlook|Yahoo|AOL|Samsung|a|the)\b.{0,80}|Get Outlook for .{1,40}|Sent via .{1,60}|Von meinem .{1,40} gesendet|Envoyé de mon .{1,40})$/iu
const goodbye =
  /^\s*(?:(?:kind|kindest|best|warm|warmest|with kind|with best|many)\s+(?:regards|wishes|thanks)|regards|best|cheers|thanks|thank you|thanks again|yours(?: sincerely| faithfully| truly)?|sincerely)\s*[,.!]?\s*$/iu
const confidential =
  /^\s*(?:(?:this|the information in this)\s+(?:e-?mail|message)\b.{0,120}\b(?:confidential|intended|privileged)|disclaimer\b|confidentiality notice)/iu
const signature = { lines: 12, width: 60, wider: 1, withEmptyLines: 40 }

/**
 * Parts a mail's text so that quoted history and signature can be folded away. Nothing is dropped: the texts of the
 * segments, joined by line feeds, are the whole again.
 */
export function foldMail(text: string): Segment[] {
  const lines = text.split('\n')
  const kinds: Segment['kind'][] = lines.map(() => 'text')
  markQuotes(lines, kinds)
  markSignatures(lines, kinds)
  return segmentsOf(lines, kinds)
}

/** What the sender wrote. Where nothing is left, as of a mail that was forwarded without a word, all but the signature. */
export function ownWords(segments: readonly Segment[]): string {
  const join = (kinds: Segment['kind'][]) =>
    segments
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join('\n\n')
  return join(['text']) || join(['text', 'quote'])
}

function markQuotes(lines: string[], kinds: Segment['kind'][]): void {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (/^\s{0,3}>/.test(line)) kinds[at] = 'quote'
    const length = attributionLength(lines, at)
    if (length > 0) {
      const following = lines.slice(at + length).find(next => next.trim() !== '')
      // followed by marked lines these alone are quoted; otherwise all below is, as Outlook and phones write it
      const upTo = following !== undefined && /^\s{0,3}>/.test(following) ? at + length : lines.length
      kinds.fill('quote', at, upTo)
      at = upTo - 1
    } else if (beginsHistory(lines, at)) {
      kinds.fill('quote', at)
      return
    }
  }
  joinAcrossEmpty(lines, kinds)
}

/** How many lines "On … wrote:" takes from here; 0 where it does not stand. Clients break it in two or three. */
function attributionLength(lines: string[], at: number): number {
  if (!/^\s*(?:On|Le|Am|El|Il|Op|W dniu)\b/u.test(lines[at] ?? '')) return 0
  for (let count = 1; count <= 3; count += 1) {
    const joined = lines.slice(at, at + count)
    if (joined.some(line => line.length > 400 || line.trim() === '')) return 0
    if (attribution.test(joined.join(' '))) return count
  }
  return 0
}

function beginsHistory(lines: string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (line.length > 400) return false
  const below = lines.slice(at + 1, at + 8).filter(next => next.trim() !== '')
  if (divider.test(line)) return /^\s*[-B]/iu.test(line) || isHeaderBlock(below)
  return mailHeader.test(line) && below.slice(0, 4).filter(next => otherHeader.test(next)).length >= 2
}

function isHeaderBlock([first = '', ...others]: string[]): boolean {
  return mailHeader.test(first) && others.some(line => otherHeader.test(line))
}

function markSignatures(lines: string[], kinds: Segment['kind'][]): void {
  let end = 0
  let begun = false
  for (let at = 0; at < lines.length; at += 1) {
    if (kinds[at] !== 'text') continue
    if (end <= at) end = endOf(kinds, at)
    if (beginsSignature(lines, at, end, begun)) {
      kinds.fill('signature', at, end)
      at = end - 1
    } else begun ||= (lines[at] ?? '').trim() !== ''
  }
}

function endOf(kinds: Segment['kind'][], from: number): number {
  const end = kinds.findIndex((kind, at) => at > from && kind !== 'text')
  return end < 0 ? kinds.length : end
}

/** Whether a line begins the signature that lasts to `end`; `after` something was written. */
function beginsSignature(lines: string[], at: number, end: number, after: boolean): boolean {
  const first = lines[at] ?? ''
  if (first.length > 400) return false
  if (/^--\s?$/u.test(first) || confidential.test(first)) return true
  if (end - at > signature.withEmptyLines) return false
  const written = lines.slice(at + 1, end).filter(line => line.trim() !== '')
  const wide = written.filter(line => [...line].length > signature.width)
  const short = written.length <= signature.lines && wide.length <= signature.wider
  if (sentFrom.test(first)) return short
  return after && short && goodbye.test(first) && !written.some(line => /^\s*p\.?\s?s\.?\b/iu.test(line))
}

/** Empty lines between two quoted stretches belong to them. */
function joinAcrossEmpty(lines: string[], kinds: Segment['kind'][]): void {
  let lastQuoted = -1
  for (const [at, line] of lines.entries()) {
    if (kinds[at] === 'quote') {
      if (lastQuoted >= 0) kinds.fill('quote', lastQuoted, at)
      lastQuoted = at
    } else if (line.trim() !== '') lastQuoted = -1
  }
}

function segmentsOf(lines: string[], kinds: Segment['kind'][]): Segment[] {
  const segments: { kind: Segment['kind']; lines: string[] }[] = []
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at] ?? 'text'
    const last = segments.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else segments.push({ kind, lines: [line] })
  }
  return segments.map(segment => ({ kind: segment.kind, text: segment.lines.join('\n') }))
}
