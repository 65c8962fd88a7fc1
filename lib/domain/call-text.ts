/** In a call's own words, this stands for its contact address: the text came to us with the address taken out. */
export const contactPlaceholder = '[email protected]'

/** The paragraphs of a text that staff typed: parted by empty lines. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/u)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
}

/** A piece of a text; with `href` it is a link. */
type TextPart = { text: string; href?: string }

const linkable = /\[email protected\]|https?:\/\/[^\s<>"]+|[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/giu

/** Finds the addresses in a text, web and email, and puts `contact` where `contactPlaceholder` stands. */
export function linkedParts(text: string, contact: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(linkable)) {
    const part = linkFor(match[0], contact)
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push(part)
    from = match.index + (isPlaceholder(match[0]) ? match[0].length : part.text.length)
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

const isPlaceholder = (found: string) => found.toLowerCase() === contactPlaceholder

function linkFor(found: string, contact: string): TextPart {
  if (isPlaceholder(found)) return { text: contact, href: `mailto:${contact}` }
  const web = /^https?:/iu.test(found)
  const address = web ? found.replace(/[.,;:!?'’)\]]+$/u, '') : found
  return { text: address, href: web ? address : `mailto:${address}` }
}

/** Whether a text ends by pointing to what follows it, as "... please visit:" does. */
export function leadsOn(text: string): boolean {
  return text.trimEnd().endsWith(':')
}

/** Whether an address that staff typed may be linked: web pages only. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//iu.test(address) && URL.canParse(address)
}

/** Parts a heading so that what must stay on one line (`Covid-19`: a hyphen before a figure) can be `held` there. */
export function heldTogether(text: string): { text: string; held: boolean }[] {
  return text
    .split(/(\p{L}+-\d+)/u)
    .map((part, index) => ({ text: part, held: index % 2 === 1 }))
    .filter(part => part.text !== '')
}
