import { open as openFile, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { exchangeLimits } from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { openProject } from '@/lib/exchange/qdpx-zip'
import { dropPart, newPart } from '@/lib/files/part'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { imported, looked, zipWith } from '@/lib/testing/project-files'

import { cancelExchange, confirmImport, getExchange, openExport, startExport } from './exchange-runs'
import { workOnExchange } from './exchange-work'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})

const guid = (last: number) => `cccccccc-0000-4000-8000-${String(last).padStart(12, '0')}`
const code = `<CodeBook><Codes><Code guid="${guid(1)}" name="Café" isCodable="true"/></Codes></CodeBook>`
const project = (inner: string) =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="x">${inner}</Project>`
const source = (inner: string) =>
  `<Sources><TextSource guid="${guid(2)}" name="S" plainTextPath="internal://a.txt">${inner}</TextSource></Sources>`
const span = (end: number, id = 3) =>
  `<PlainTextSelection guid="${guid(id)}" startPosition="0" endPosition="${end}"><Coding guid="${guid(id + 10)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`

/** A zip whose list of contents says another size of the first file than it has. */
async function lying(bytes: Buffer, size: number): Promise<Buffer> {
  const lied = Buffer.from(bytes)
  lied.writeUInt32LE(size, lied.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
  return lied
}

const refusal = async (bytes: Buffer) => {
  const run = await looked(lead, scene.call.id, bytes)
  expect(run.status).toBe('FAILED')
  expect([await db.exchangeRow.count(), await db.code.count(), await db.submission.count()]).toEqual([0, 0, 0])
  return run.report.faults.join('\n')
}

describe('refused, with what is wrong and where', () => {
  test.each([
    [
      'an external entity',
      '<!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
      /^Line \d+: .*document type/,
    ],
    ['an external subset', '<!DOCTYPE Project SYSTEM "http://127.0.0.1/x.dtd">', /^Line \d+: .*document type/],
    ['entities in entities', '<!DOCTYPE P [<!ENTITY a "&b;&b;"><!ENTITY b "x">]>', /^Line \d+: .*document type/],
  ])('%s', async (_, doctype, sentence) => {
    const xml = project(code).replace('?>', `?>\n${doctype}`)
    expect(await refusal(await zipWith({ 'project.qde': xml }))).toMatch(sentence)
  })

  test('positions past the end of a text with CRLF, one beyond; the end itself is taken', async () => {
    const zip = (end: number) =>
      zipWith({ 'project.qde': project(code + source(span(end))), 'sources/a.txt': 'a\r\nb' })
    expect(await refusal(await zip(5))).toMatch(/goes from 0 to 5, and the text has 4 characters/)
    await imported(lead, scene.call.id, await zip(4))
    expect(await db.coding.findFirstOrThrow()).toMatchObject({ spanStart: 0, spanEnd: 3 })
  })

  test('all that is wrong at once, each with its line', async () => {
    const xml = project(`${code}\n${source(`\n${span(9)}\n${span(1)}`)}`)
    const faults = await refusal(await zipWith({ 'project.qde': xml, 'sources/a.txt': 'abc' }))
    expect(faults).toMatch(/Line 4: the selection has the same GUID as another thing/)
    expect(faults).toMatch(/from 0 to 9/)
  })

  test('a zip that says it is larger than 200 MB, and one that is larger than it says', async () => {
    const zip = await zipWith({ 'project.qde': project(code + ' '.repeat(2_000)) })
    expect(await refusal(await lying(zip, exchangeLimits.projectBytes + 1))).toMatch(/larger than 200 MB/)
    expect(await refusal(await lying(zip, exchangeLimits.projectBytes))).toMatch(/times larger than in the zip/)
    expect(await refusal(await lying(zip, 10))).toMatch(/damaged/)
  })

  test('a file of 200 MB is looked at, and one byte more is not', async () => {
    const part = newPart()
    await writeFile(part, project(code))
    const handle = await openFile(part, 'r+')
    try {
      await handle.truncate(exchangeLimits.fileBytes)
      const file = await openProject(part)
      file.close()
      await handle.truncate(exchangeLimits.fileBytes + 1)
      await expect(openProject(part)).rejects.toThrow('larger than 200 MB')
    } finally {
      await handle.close()
      await dropPart(part)
    }
  })
})

test.each(['utf16le', 'utf8'] as const)('a project in %s with its mark is read', async encoding => {
  const bytes = Buffer.from(`\ufeff${project(code)}`, encoding)
  await imported(lead, scene.call.id, await zipWith({ 'project.qde': bytes }))
  expect(await db.code.findFirstOrThrow()).toMatchObject({ name: 'Café' })
  expect((await looked(lead, scene.call.id, bytes)).report.faults).toEqual([])
})

describe('cancelled', () => {
  test('an export leaves no file, and another can begin', async () => {
    const call = { id: scene.call.id, slug: 'call' }
    const { id } = value(await startExport(lead, call))
    expect((await cancelExchange(scene.people.bvsc.researcher, call.id, id)).ok).toBe(false)
    expect((await startExport(lead, call)).ok).toBe(false)
    value(await cancelExchange(lead, call.id, id))
    await workOnExchange(id)
    expect([await getExchange(lead, call.id, id), await openExport(lead, call.id, id)]).toEqual([null, null])
    const again = value(await startExport(lead, call))
    await workOnExchange(again.id)
    expect(await cancelExchange(lead, call.id, again.id)).toMatchObject({ ok: false })
    expect(await getExchange(lead, call.id, again.id)).toMatchObject({ status: 'DONE', file: true })
  })

  test('an import that waits for its turn changes nothing', async () => {
    const run = await looked(lead, scene.call.id, await zipWith({ 'project.qde': project(code) }))
    value(await confirmImport(lead, scene.call.id, { id: run.id, people: {} }))
    value(await cancelExchange(lead, scene.call.id, run.id))
    await workOnExchange(run.id)
    expect([await db.exchangeRow.count(), await db.code.count()]).toEqual([0, 0])
    expect(await db.auditEntry.count({ where: { action: 'project.cancel' } })).toBe(1)
  })
})
