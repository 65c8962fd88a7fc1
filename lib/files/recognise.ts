import { fileTypeFromBuffer } from 'file-type'
import fs from 'node:fs/promises'

import type { FileFault, FileType } from '@/lib/domain/material'
import { recogniseDocument } from './office-document'

/** What a file is, by its content, or why it is not taken. */
export type Recognised = { ok: true; type: FileType } | { ok: false; fault: FileFault }

const headBytes = 4_100
const tailBytes = 65_557 // the end of a zip file and the longest comment that it can have

const pictures: Record<string, FileType> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/heic': 'image/heic',
  'image/heif': 'image/heic',
}

/**
 * Says what a file is by looking into it; its name and what the browser says play no part. Pictures are only recognised:
 * whether they are whole shows when they are drawn anew, which also leaves behind whatever else rides along in them.
 * Documents are kept as they are, so a file that is two things at once is refused.
 */
export async function recognise(part: string): Promise<Recognised> {
  const handle = await fs.open(/* turbopackIgnore: true */ part, 'r')
  try {
    const { size } = await handle.stat()
    if (size === 0) return { ok: false, fault: 'empty' }
    const head = await read(handle, 0, Math.min(headBytes, size))
    if (startsWith(head, '%PDF-')) return isWholePdf(await read(handle, Math.max(0, size - tailBytes), tailBytes))
    if (startsWith(head, 'PK\u0003\u0004')) return await recogniseDocument(part)
    const picture = pictures[(await fileTypeFromBuffer(head))?.mime ?? '']
    return picture ? { ok: true, type: picture } : { ok: false, fault: 'type' }
  } finally {
    await handle.close()
  }
}

function startsWith(head: Buffer, sign: string): boolean {
  return head.subarray(0, sign.length).toString('latin1') === sign
}

async function read(handle: fs.FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** A PDF ends with its own mark, and not as a zip file too, which some programs would open instead. */
function isWholePdf(tail: Buffer): Recognised {
  if (!tail.subarray(-1_024).includes('%%EOF')) return { ok: false, fault: 'damaged' }
  for (
    let at = tail.lastIndexOf('PK\u0005\u0006');
    at >= 0;
    at = at > 0 ? tail.lastIndexOf('PK\u0005\u0006', at - 1) : -1
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length)
      return { ok: false, fault: 'type' }
  }
  return { ok: true, type: 'application/pdf' }
}
