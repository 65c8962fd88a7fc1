import { ProjectFault } from './qdpx-zip'

/** A source's text as it is kept (LF, no BOM), and where a position in what it was now lies. */
export type SourceText = { text: string; length: number; place(position: number): number }

/** Reads a source's bytes: UTF-8 with or without its mark, or UTF-16 with it. */
export function decodeSource(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProjectFault(`The text of the source “${name}” is neither UTF-8 nor UTF-16 with a mark.`)
  }
}

/**
 * A text with its lines parted by LF. Positions count code points of the text as it came, in which CR and LF are two:
 * `place` says where they lie now. NUL and halves of characters, which cannot be kept, become U+FFFD in their place.
 */
export function frozenText(raw: string): SourceText {
  const text = raw.replace(/\r\n?/g, '\n').replace(/\0|\p{Surrogate}/gu, '\ufffd')
  const gone: number[] = []
  let length = 0
  let before = ''
  for (const character of raw) {
    if (character === '\n' && before === '\r') gone.push(length - 1)
    before = character
    length += 1
  }
  return {
    text,
    length,
    place: position => {
      let [from, to] = [0, gone.length]
      while (from < to) {
        const middle = (from + to) >> 1
        if ((gone[middle] ?? Infinity) < position) from = middle + 1
        else to = middle
      }
      return position - from
    },
  }
}
