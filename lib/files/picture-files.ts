import fs from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import sharp, { type Sharp } from 'sharp'

import { fileLimits, isPicture, type FileFault } from '@/lib/domain/material'
import { filesOf, type PictureFile, type PictureFormat } from '@/lib/domain/picture'
import { atOnce } from './in-turn'
import { dropPart, newPart } from './part'
import { redraw } from './photograph'
import { recognise } from './recognise'
import { scanPart } from './scan'
import { newStorageKey } from './storage-key'
import { fileStore } from './store'

/** One file of a picture in the store. */
export type StoredPicture = PictureFile & { storageKey: string; bytes: number }

/** A picture of which the files lie in the store, but belong to nothing yet: `lib/data/pictures.ts` gives them rows, or `dropPicture` removes them. */
export type TakenPicture = { width: number; height: number; files: StoredPicture[] }
export type PictureTaking = { ok: true; picture: TakenPicture } | { ok: false; fault: FileFault }

const inTurn = atOnce(1)

/**
 * Makes of a picture of up to 10 MB that lies in a part what readers may get: files of several sizes and formats, drawn
 * anew, with nothing of what the original said of when, where and by whom it was taken. The original is not kept: the part
 * is gone afterwards, whatever comes of it.
 */
export async function takePicture(part: string): Promise<PictureTaking> {
  const parts = [part]
  try {
    if ((await fs.stat(/* turbopackIgnore: true */ part)).size > fileLimits.bytes) return { ok: false, fault: 'large' }
    const recognised = await recognise(part)
    if (!recognised.ok) return recognised
    if (!isPicture(recognised.type)) return { ok: false, fault: 'type' }
    if ((await scanPart(part)) === 'INFECTED') return { ok: false, fault: 'infected' }
    const drawn = await redraw(part, recognised.type)
    if (!drawn.ok) return drawn
    parts.push(drawn.part)
    return { ok: true, picture: await inTurn(() => keepFiles(drawn)) }
  } finally {
    for (const each of parts) await dropPart(each)
  }
}

/** The same of a picture that is kept already, read from its stream. */
export async function takePictureFrom(stream: Readable): Promise<PictureTaking> {
  const part = newPart()
  try {
    await pipeline(stream, createWriteStream(/* turbopackIgnore: true */ part, { mode: 0o600, flags: 'wx' }))
  } catch (error) {
    await dropPart(part)
    throw error
  }
  return takePicture(part)
}

/** Removes the files of a picture that found no place. */
export async function dropPicture({ files }: TakenPicture): Promise<void> {
  const store = await fileStore()
  for (const { storageKey } of files) await store.remove(storageKey)
}

type Drawn = { part: string; width: number; height: number }

async function keepFiles({ part, width, height }: Drawn): Promise<TakenPicture> {
  const taken: TakenPicture = { width, height, files: [] }
  try {
    for (const file of filesOf(width)) taken.files.push(await keepFile(part, file))
    return taken
  } catch (error) {
    await dropPicture(taken)
    throw error
  }
}

const packed: Record<PictureFormat, (picture: Sharp) => Sharp> = {
  avif: picture => picture.avif({ quality: 55, effort: 3 }),
  webp: picture => picture.webp({ quality: 78 }),
  jpeg: picture => picture.jpeg({ quality: 80, progressive: true }),
}

async function keepFile(from: string, { width, format }: PictureFile): Promise<StoredPicture> {
  const part = newPart()
  try {
    const picture = sharp(from).resize({ width, withoutEnlargement: true }).flatten({ background: '#ffffff' })
    const { size: bytes } = await packed[format](picture).toFile(part)
    const storageKey = newStorageKey()
    await (await fileStore()).put(storageKey, part)
    return { width, format, storageKey, bytes }
  } finally {
    await dropPart(part)
  }
}
