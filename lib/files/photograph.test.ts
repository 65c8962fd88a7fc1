import fs from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'

import type { FileType } from '@/lib/domain/material'
import { cameraCanary, makeHeic, makeHugePng, makePhoto } from '@/lib/testing/material-makers'
import { dropPart, newPart } from './part'
import { redraw } from './photograph'

async function redrawn(bytes: Uint8Array, type: FileType) {
  const part = newPart()
  await fs.writeFile(part, bytes)
  const drawn = await redraw(part, type)
  await dropPart(part)
  if (!drawn.ok) return drawn
  const kept = await fs.readFile(drawn.part)
  await dropPart(drawn.part)
  return { ...drawn, kept }
}

async function drawnWhole(bytes: Uint8Array, type: FileType) {
  const drawn = await redrawn(bytes, type)
  if (!drawn.ok) throw new Error(`It was refused: ${drawn.fault}`)
  return drawn
}

/** Whether a place of a picture is more red than blue. */
async function isRed(kept: Buffer, left: number, top: number) {
  const { data } = await sharp(kept)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data[0]! > data[2]!
}

test.each([
  ['jpeg', 'image/jpeg', 'image/jpeg'],
  ['png', 'image/png', 'image/png'],
  ['webp', 'image/webp', 'image/webp'],
  ['heic', 'image/heic', 'image/jpeg'],
] as const)('a photograph in %s is drawn anew and says nothing of its camera', async (format, type, kept) => {
  const original = format === 'heic' ? makeHeic() : await makePhoto(format)
  expect(original.includes(cameraCanary)).toBe(true)
  const drawn = await drawnWhole(original, type)
  expect(drawn).toMatchObject({ type: kept, width: 96, height: 64 })
  expect(drawn.kept.includes(cameraCanary)).toBe(false)
  const { exif, icc, xmp, format: written } = await sharp(drawn.kept).metadata()
  expect({ exif, icc, xmp, type: `image/${written}` }).toEqual({
    exif: undefined,
    icc: undefined,
    xmp: undefined,
    type: kept,
  })
  expect(await isRed(drawn.kept, 5, 32)).toBe(true)
  expect(await isRed(drawn.kept, 90, 32)).toBe(false)
})

test('one that lies on its side stands up', async () => {
  const drawn = await drawnWhole(await makePhoto('jpeg', { orientation: 6 }), 'image/jpeg')
  expect(drawn).toMatchObject({ width: 64, height: 96 })
  expect(await isRed(drawn.kept, 32, 5)).toBe(true)
})

test('a large one becomes smaller, and keeps its shape', async () => {
  const drawn = await drawnWhole(await makePhoto('jpeg', { width: 6_000, height: 2_000 }), 'image/jpeg')
  expect(drawn).toMatchObject({ width: 3_000, height: 1_000 })
})

test('one of 100 megapixels is refused before it is unpacked', async () => {
  const image = await makeHugePng()
  const begun = performance.now()
  expect(await redrawn(image, 'image/png')).toEqual({ ok: false, fault: 'pixels' })
  expect(performance.now() - begun).toBeLessThan(1_000)
})

test.each([
  ['jpeg', 'image/jpeg'],
  ['heic', 'image/heic'],
  ['webp', 'image/webp'],
  ['png', 'image/png'],
] as const)('a %s that was cut is refused', async (format, type) => {
  const whole = format === 'heic' ? makeHeic() : await makePhoto(format)
  expect(await redrawn(whole.subarray(0, Math.floor(whole.length * 0.7)), type)).toEqual({
    ok: false,
    fault: 'damaged',
  })
})

test('what hides behind a photograph is left behind', async () => {
  const rider = Buffer.concat([await makePhoto('jpeg'), Buffer.from('<script>alert("rider")</script>')])
  expect((await drawnWhole(rider, 'image/jpeg')).kept.includes('rider')).toBe(false)
})

test('bytes that only look like HEIC at the beginning are refused', async () => {
  const noise = Buffer.concat([makeHeic().subarray(0, 40), Buffer.alloc(5_000, 7)])
  expect(await redrawn(noise, 'image/heic')).toEqual({ ok: false, fault: 'damaged' })
})

test('many at once are drawn, few at a time', async () => {
  const photo = await makePhoto('jpeg', { width: 1_200, height: 900 })
  const drawn = await Promise.all([
    ...Array.from({ length: 10 }, () => drawnWhole(photo, 'image/jpeg')),
    ...Array.from({ length: 3 }, () => drawnWhole(makeHeic(), 'image/heic')),
  ])
  expect(drawn).toHaveLength(13)
  expect(await fs.readdir(newPart().replace(/[^/]+$/, ''))).toEqual([])
})
