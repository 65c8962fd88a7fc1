import * as z from 'zod/mini'

import { proseFields, type Written } from './case-study'
import { picturesIn, withSizes } from './prose'

/** Formats that browsers choose from, the smallest files first; the last is the one that everything shows. */
export const pictureFormats = ['avif', 'webp', 'jpeg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** One file of a picture: so many pixels wide, in one format. */
export type PictureFile = { width: number; format: PictureFormat }

/** So many pictures a case study may have, those of its earlier versions among them. */
export const mostPictures = 60

/** A phone, a column of text, and the same on a dense screen. */
const widths = [480, 960, 1_600]
const plainWidth = 960

/** The widths in pixels that are made of a picture: never more than it has. */
export function widthsOf(width: number): number[] {
  const largest = widths.at(-1) ?? width
  return [...widths.filter(each => each < width), Math.min(width, largest)].filter(
    (each, index, all) => all.indexOf(each) === index,
  )
}

/** The one file that everything shows, of a picture of this size, and how high it is. */
export function plainFileOf(size: { width: number; height: number }): PictureFile & { height: number } {
  const width = Math.min(size.width, plainWidth)
  return { width, height: Math.max(1, Math.round((size.height * width) / size.width)), format: 'jpeg' }
}

/** All files that are made of a picture of this width. */
export function filesOf(width: number): PictureFile[] {
  const modern = widthsOf(width).flatMap((each): PictureFile[] => [
    { width: each, format: 'avif' },
    { width: each, format: 'webp' },
  ])
  return [...modern, { width: Math.min(width, plainWidth), format: 'jpeg' }]
}

/** Where pictures are answered for who may see the text they stand in. */
export const picturesAt = '/api/pictures'

/** Where one file of a picture is. */
export function picturePath(image: string, { width, format }: PictureFile, at = picturesAt): string {
  return `${at}/${image}/${width}.${format}`
}

/** The pictures that a text shows, each once. */
export function picturesOf(written: Written): string[] {
  return [...new Set(proseFields.flatMap(field => picturesIn(written[field])))]
}

/** A text with what is known of its pictures' sizes, in pixels; without those of which nothing is known. */
export function sized<T extends Written>(written: T, known: ReadonlyMap<string, { width: number; height: number }>): T {
  const sections = proseFields.map(field => [field, withSizes(written[field], known)])
  return { ...written, ...Object.fromEntries(sections) }
}

const PictureName = z.object({
  id: z.uuid(),
  width: z.coerce.number().check(z.int(), z.positive(), z.maximum(100_000)),
  format: z.enum(pictureFormats),
})

/** The id of a picture and the name of one of its files, as an address holds them; null where it holds none. */
export function readPictureName(id: string, name: string): ({ id: string } & PictureFile) | null {
  const [, width, format] = /^([1-9]\d{0,4})\.([a-z]+)$/.exec(name) ?? []
  const parsed = PictureName.safeParse({ id, width, format })
  return parsed.success ? parsed.data : null
}
