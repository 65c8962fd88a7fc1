import fs from 'node:fs/promises'
import { expect, test } from 'vitest'

import { makeDocx, makeHeic, makeOdt, makePdf, makePhoto, makeZip } from '@/lib/testing/material-makers'
import { dropPart, newPart } from './part'
import { recognise } from './recognise'

async function say(bytes: Uint8Array) {
  const part = newPart()
  await fs.writeFile(part, bytes)
  try {
    const found = await recognise(part)
    return found.ok ? found.type : found.fault
  } finally {
    await dropPart(part)
  }
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const html = Buffer.from('<!doctype html><script>alert(1)</script>')

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['a PDF', () => makePdf(), 'application/pdf'],
  ['a document of Word', () => makeDocx(), docx],
  ['a document of OpenDocument', () => makeOdt(), 'application/vnd.oasis.opendocument.text'],
  ['a JPEG', () => makePhoto('jpeg'), 'image/jpeg'],
  ['a PNG', () => makePhoto('png'), 'image/png'],
  ['a WebP', () => makePhoto('webp'), 'image/webp'],
  ['a HEIC', () => makeHeic(), 'image/heic'],
])('%s is recognised', async (_told, make, type) => {
  expect(await say(await make())).toBe(type)
})

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['nothing', () => Buffer.alloc(0), 'empty'],
  ['a page', () => html, 'type'],
  ['a drawing that can hold scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'type'],
  ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'type'],
  ['a moving picture', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'type'],
  ['any zip file', () => makeZip({ 'a.txt': 'a' }), 'type'],
  ['a zip file that was cut', async () => (await makeDocx()).subarray(0, 200), 'damaged'],
  ['a PDF that was cut', () => makePdf().subarray(0, 60), 'damaged'],
  ['a PDF that begins later', () => Buffer.concat([html, makePdf()]), 'type'],
  ['a PDF that is a zip file too', async () => Buffer.concat([makePdf(), await makeZip({ 'a.txt': 'a' })]), 'type'],
  ['the same with the mark of a PDF at its end', async () => Buffer.concat([makePdf(), await makeZip({ a: Buffer.alloc(2_000, 'ab') }, '%%EOF')]), 'type'], // prettier-ignore
  ['a PDF with a tail of other things', () => Buffer.concat([makePdf(), Buffer.alloc(2_000, 'x')]), 'damaged'],
  ['a document with something before it', async () => Buffer.concat([html, await makeDocx()]), 'type'],
  ['a document with a comment', async () => makeZip({ '[Content_Types].xml': '', 'word/document.xml': '' }, 'x'), 'type'], // prettier-ignore
  ['a spreadsheet', () => makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }), 'type'],
  ['a document that says it is one of Word and is none', () => makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '' }), 'type'], // prettier-ignore
  ['a document with macros', () => makeDocx({ 'word/vbaProject.bin': 'x' }), 'macros'],
  ['the same in other letters', () => makeDocx({ 'word/VBAPROJECT.BIN': 'x' }), 'macros'],
  ['one with controls', () => makeDocx({ 'word/activeX/activeX1.bin': 'x' }), 'macros'],
  ['an OpenDocument with macros', () => makeOdt({ 'Basic/Standard/Module1.xml': 'x' }), 'macros'],
  ['a document that is a Java archive too', () => makeDocx({ 'META-INF/MANIFEST.MF': 'x' }), 'type'],
  ['an OpenDocument whose type does not come first', () => makeZip({ 'content.xml': '', mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '' }), 'type'], // prettier-ignore
  ['too many parts', () => makeDocx(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`word/${at}`, '']))), 'type'], // prettier-ignore
  ['a zip bomb', () => makeDocx({ 'word/media/bomb.xml': Buffer.alloc(20_000_000) }), 'type'],
  ['a bomb in many parts', () => makeDocx(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`word/${at}`, Buffer.alloc(4_500_000)]))), 'type'], // prettier-ignore
  ['a bomb that says it is small', () => makeLyingBomb(), 'damaged'],
])('%s is not taken', async (_told, make, fault) => {
  expect(await say(await make())).toBe(fault)
})

/** Both of its lists say that the part has 100 bytes; it has a million. */
async function makeLyingBomb(): Promise<Buffer> {
  const zip = await makeDocx({ 'word/bomb.xml': Buffer.alloc(1_000_000) })
  const real = Buffer.alloc(4)
  real.writeUInt32LE(1_000_000)
  for (let at = zip.indexOf(real); at >= 0; at = zip.indexOf(real, at + 1)) zip.writeUInt32LE(100, at)
  return zip
}
