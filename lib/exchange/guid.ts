import { createHash } from 'node:crypto'

const shape =
  /^\s*(?:\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))\s*$/i

/** A GUID in small letters and without braces; null where it is none. */
export function readGuid(text: string | undefined): string | null {
  const [, braced, bare] = shape.exec(text ?? '') ?? []
  return (braced ?? bare)?.toLowerCase() ?? null
}

/** A GUID made of others: always the same for the same, as RFC 9562 has it for names (version 5). */
export function derivedGuid(...parts: (string | number)[]): string {
  const hash = createHash('sha1')
    .update(`evidence-portal ${parts.join(' ')}`)
    .digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
