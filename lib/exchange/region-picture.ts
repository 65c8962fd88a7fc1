import sharp from 'sharp'

import type { RegionPicture } from './briefing'
import { look, pictureSize } from './briefing-look'

const sharpness = 4 // dots for each point, so that it prints well

/** The tiles as a PNG, with its size in points. */
export async function regionAsPng({ tiles }: RegionPicture): Promise<{ file: Buffer; width: number; height: number }> {
  const { width, height } = pictureSize(tiles)
  const step = look.tileSize + look.tileGap
  const squares = tiles.map(
    ({ column, row, on }) =>
      `<rect x="${column * step}" y="${row * step}" width="${look.tileSize}" height="${look.tileSize}" fill="#${on ? look.canal : look.tile}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * sharpness}" height="${height * sharpness}">${squares.join('')}</svg>`
  return { file: await sharp(Buffer.from(svg)).png().toBuffer(), width, height }
}
