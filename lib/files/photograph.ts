import fs from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'

import { fileLimits, type FileFault, type FileType } from '@/lib/domain/material'
import { decodeHeic } from './heic'
import { atOnce } from './in-turn'
import { dropPart, newPart } from './part'

/** A picture drawn anew, in a file of its own. */
export type Photograph =
  { ok: true; part: string; type: FileType; width: number; height: number } | { ok: false; fault: FileFault }

const longestSide = 3_000 // pixels

// Pictures are large in memory: one at a time, in one thread, and nothing kept afterwards.
sharp.concurrency(1)
sharp.cache(false)
const inTurn = atOnce(1)

/**
 * Draws a picture anew: upright, in sRGB, at most 3,000 pixels a side, and with none of what it said of when, where and
 * by whom it was taken, or of what else was hidden in it. HEIC becomes JPEG, which every browser shows. The original
 * stays where it is.
 */
export function redraw(part: string, type: FileType): Promise<Photograph> {
  return inTurn(() => (type === 'image/heic' ? redrawHeic(part) : redrawOther(part, type)))
}

async function redrawHeic(part: string): Promise<Photograph> {
  const decoded = await decodeHeic(part)
  if ('fault' in decoded) return { ok: false, fault: decoded.fault }
  const { width, height, pixels } = decoded
  return draw(() => sharp(new Uint8Array(pixels), { raw: { width, height, channels: 4 } }).removeAlpha(), 'image/jpeg')
}

async function redrawOther(part: string, type: FileType): Promise<Photograph> {
  const read = () => sharp(part, { failOn: 'error', limitInputPixels: fileLimits.pixels, sequentialRead: true })
  try {
    const { width, height, format } = await sharp(part, { limitInputPixels: false }).metadata()
    if (width * height > fileLimits.pixels) return { ok: false, fault: 'pixels' }
    if (`image/${format}` !== type) return { ok: false, fault: 'damaged' }
  } catch {
    return { ok: false, fault: 'damaged' }
  }
  return draw(read, type)
}

// One that grows beyond the limit by being drawn anew is packed harder: PNG keeps every pixel of a photograph.
const ways: Partial<Record<FileType, { type: FileType; pack: (picture: Sharp) => Sharp }[]>> = {
  'image/jpeg': [jpeg(85), jpeg(60)],
  'image/png': [{ type: 'image/png', pack: picture => picture.png({ compressionLevel: 9 }) }, jpeg(85), jpeg(60)],
  'image/webp': [{ type: 'image/webp', pack: picture => picture.webp({ quality: 85 }) }, jpeg(60)],
}

function jpeg(quality: number): { type: FileType; pack: (picture: Sharp) => Sharp } {
  // the best coding would hold the whole picture a second time
  const coding = { quality, optimiseCoding: false }
  return { type: 'image/jpeg', pack: picture => picture.flatten({ background: '#ffffff' }).jpeg(coding) }
}

async function draw(read: () => Sharp, type: FileType): Promise<Photograph> {
  for (const way of ways[type] ?? []) {
    const part = newPart()
    try {
      const { width, height, size } = await way
        .pack(
          read()
            .autoOrient()
            .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
            .toColourspace('srgb'),
        )
        .toFile(part)
      await fs.chmod(/* turbopackIgnore: true */ part, 0o600)
      if (size <= fileLimits.bytes) return { ok: true, part, type: way.type, width, height }
      await dropPart(part)
    } catch (error) {
      await dropPart(part)
      // of all that can go wrong, a full disk alone is not the picture's fault
      if (error instanceof Error && /system error|space left/i.test(error.message)) throw error
      return { ok: false, fault: 'damaged' }
    }
  }
  return { ok: false, fault: 'large' }
}
