import { beforeEach, describe, expect, test, vi } from 'vitest'

import { db } from '@/lib/db'
import type { Role } from '@/lib/domain/person'
import { env } from '@/lib/env'
import { withClient } from '@/lib/postgres/client'
import { takeInBytes, type TakenFile } from '@/lib/files/take-in'
import { fileStore } from '@/lib/files/store'
import { makeAccount, signInAs, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { makeDocx, makePdf, makePhoto } from '@/lib/testing/material-makers'
import { strayFiles } from '@/lib/testing/stray-files'
import { beginDraft, makeCall, send } from '@/lib/testing/submission-makers'
import { scanWaitingFiles, sweepFiles } from './file-keeping'
import {
  addOwnFile,
  describeOwnFile,
  eraseFiles,
  listFiles,
  listOwnFiles,
  mayAddFile,
  openEvidenceFile,
  openFileForStaff,
  openOwnFile,
  removeOwnFile,
  removeStored,
} from './files'
import { issueKey } from './private-keys'

let clamdUrl: string | undefined
let verdict: 'CLEAN' | 'INFECTED' | 'UNSCANNED' = 'UNSCANNED'
vi.mock(import('@/lib/files/scan'), async original => ({
  ...(await original()),
  scans: () => clamdUrl !== undefined,
  scan: async () => verdict,
}))

let token = ''
beforeEach(async () => {
  await emptyDatabase()
  const store = await fileStore()
  for await (const { key } of store.list()) await store.remove(key)
  clamdUrl = undefined
  await makeCall()
  token = await beginDraft()
})

async function taken(bytes: Uint8Array = makePdf(), name = 'report.pdf'): Promise<TakenFile> {
  const taking = await takeInBytes(bytes, name)
  if (!taking.ok) throw new Error(taking.fault)
  return taking.file
}

async function added(file?: TakenFile) {
  const result = await addOwnFile(token, file ?? (await taken()))
  if (!result.ok) throw new Error(result.message)
  return result.value
}

async function textOf(opened: Awaited<ReturnType<typeof openOwnFile>>) {
  if (!opened) return null
  let text = ''
  for await (const chunk of opened.stream) text += String(chunk)
  return text
}

const nothingStray = async () => expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
const everythingHolds = async () =>
  expect(await withClient(env().databaseUrl ?? '', client => broken(statement => client.query(statement)))).toEqual([])

test('a file is added, described, opened and taken away', async () => {
  const photo = await added(await taken(await makePhoto('png'), '../shelves.png'))
  expect(photo).toMatchObject({ name: 'shelves.png', kind: 'PNG', picture: true, alt: '', state: 'ready' })
  const report = await added(await taken(await makeDocx(), 'report.docx'))
  expect(await describeOwnFile(token, photo.id, ' Full\nshelves ')).toEqual({ ok: true })
  expect(await describeOwnFile(token, report.id, 'a document has none')).toMatchObject({ message: 'gone' })
  expect(await describeOwnFile(token, photo.id, 'x'.repeat(301))).toMatchObject({ message: 'long' })
  expect((await listOwnFiles(token)).map(({ name, alt }) => [name, alt])).toEqual([
    ['shelves.png', 'Full shelves'],
    ['report.docx', ''],
  ])
  const opened = await openOwnFile(token, photo.id)
  expect(opened).toMatchObject({ name: 'shelves.png', type: 'image/png' })
  opened?.stream.destroy()
  await everythingHolds()
  expect(await removeOwnFile(token, photo.id)).toEqual({ ok: true })
  expect(await removeOwnFile(token, photo.id)).toMatchObject({ message: 'gone' })
  expect(await openOwnFile(token, photo.id)).toBeNull()
  expect(await listOwnFiles(token)).toHaveLength(1)
  await nothingStray()
})

test('a hundred at once never make six', async () => {
  const files = await Promise.all(Array.from({ length: 100 }, () => taken()))
  const results = await Promise.all(files.map(file => addOwnFile(token, file)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(5)
  expect(results.filter(result => !result.ok).every(result => !result.ok && result.message === 'many')).toBe(true)
  expect(await mayAddFile(token, '203.0.113.1')).toEqual({ ok: false, message: 'many' })
  await nothingStray()
  await everythingHolds()
})

describe('whose it is', () => {
  test('another browser sees, opens and removes nothing', async () => {
    const file = await added()
    const other = await beginDraft()
    for (const stranger of [other, null, 'x', 'A'.repeat(43)]) {
      expect(await openOwnFile(stranger, file.id)).toBeNull()
      expect(await listOwnFiles(stranger)).toEqual([])
      expect(await removeOwnFile(stranger, file.id)).toMatchObject({ ok: false })
      expect(await describeOwnFile(stranger, file.id, 'x')).toMatchObject({ ok: false })
    }
    expect(await listOwnFiles(token)).toHaveLength(1)
  })

  test('what is sent takes no more files, and is opened by researchers and by its private link', async () => {
    const file = await added(await taken(makePdf('CANARY'), 'a.pdf'))
    const as = async (role: Role) => viewerWith(await signInAs((await makeAccount(role.toLowerCase(), role)).email))
    const [researcher, administrator] = [await as('RESEARCHER'), await as('ADMINISTRATOR')]
    expect(await openFileForStaff(researcher, file.id)).toBeNull()
    const sent = await send(token)
    if (!sent.ok) throw new Error(sent.message)
    expect(await addOwnFile(token, await taken())).toMatchObject({ message: 'sent' })
    expect(await removeOwnFile(token, file.id)).toMatchObject({ message: 'sent' })
    expect(await listOwnFiles(token)).toEqual([])
    expect(await openOwnFile(token, file.id)).toBeNull()
    expect(await textOf(await openFileForStaff(researcher, file.id))).toContain('CANARY')
    expect(await openFileForStaff(administrator, file.id)).toBeNull()
    const { id, reference } = await db.submission.findFirstOrThrow({ where: { status: 'SUBMITTED' } })
    expect(await listFiles(researcher, reference ?? '')).toHaveLength(1)
    expect(await listFiles(administrator, reference ?? '')).toEqual([])
    const link = await db.$transaction(tx => issueKey(tx, id, 'EVIDENCE'))
    expect(await textOf(await openEvidenceFile(link, file.id))).toContain('CANARY')
    expect(await openEvidenceFile(token, file.id)).toBeNull()
    await nothingStray()
  })
})

test('while it is corrected, what was sent is only put aside', async () => {
  const file = await added()
  await send(token)
  await db.submission.updateMany({ data: { answeredSteps: ['material'] } })
  const newer = await added()
  expect(await removeOwnFile(token, file.id)).toEqual({ ok: true })
  expect(await removeOwnFile(token, newer.id)).toEqual({ ok: true })
  expect(await db.storedFile.findMany({ select: { id: true, position: true } })).toEqual([
    { id: file.id, position: null },
  ])
  expect(await listOwnFiles(token)).toEqual([])
  await nothingStray()
})

test('a call that has closed takes no file', async () => {
  await db.call.updateMany({ data: { closesAt: new Date(Date.now() - 1_000), graceHours: 0 } })
  expect(await mayAddFile(token, '203.0.113.1')).toEqual({ ok: false, message: 'closed' })
  expect(await mayAddFile(null, '203.0.113.1')).toEqual({ ok: false, message: 'noDraft' })
})

test('a response has forty tries in half an hour, whatever the network', async () => {
  for (let turn = 0; turn < 40; turn++) expect(await mayAddFile(token, `203.0.113.${turn}`)).toEqual({ ok: true })
  expect(await mayAddFile(token, '198.51.100.1')).toEqual({ ok: false, message: 'often' })
})

test('a network has two hundred', async () => {
  for (let turn = 0; turn < 200; turn++) await mayAddFile(null, '203.0.113.1')
  expect(await mayAddFile(token, '203.0.113.1')).toEqual({ ok: false, message: 'often' })
  expect(await mayAddFile(token, '203.0.113.2')).toEqual({ ok: true })
})

describe('where files are looked through', () => {
  test('nobody opens one before', async () => {
    clamdUrl = 'unix:/clamd'
    const file = await added()
    expect(file.state).toBe('waiting')
    expect(await openOwnFile(token, file.id)).toBeNull()
    verdict = 'UNSCANNED'
    expect(await scanWaitingFiles()).toBe(0)
    verdict = 'CLEAN'
    expect(await Promise.all([scanWaitingFiles(), scanWaitingFiles()])).toContain(1)
    expect(await listOwnFiles(token)).toMatchObject([{ state: 'ready' }])
    expect(await textOf(await openOwnFile(token, file.id))).toContain('%PDF')
  })

  test('one with a virus goes, and says so', async () => {
    clamdUrl = 'unix:/clamd'
    const file = await added()
    verdict = 'INFECTED'
    expect(await scanWaitingFiles()).toBe(1)
    expect(await listOwnFiles(token)).toMatchObject([{ state: 'infected' }])
    expect(await openOwnFile(token, file.id)).toBeNull()
    const { storageKey } = await db.storedFile.findFirstOrThrow()
    expect(await (await fileStore()).exists(storageKey)).toBe(false)
    clamdUrl = undefined
    expect(await openOwnFile(token, file.id)).toBeNull()
    expect(await removeOwnFile(token, file.id)).toEqual({ ok: true })
  })
})

describe('what belongs to nothing', () => {
  const tomorrow = new Date(Date.now() + 86_400_000 + 60_000)

  test('bytes without a row go after a day, those with one stay', async () => {
    await added()
    const stray = await taken()
    expect(await sweepFiles()).toEqual({ rows: 0, stored: 0, parts: 0 })
    expect(await sweepFiles(tomorrow)).toMatchObject({ stored: 1 })
    expect(await (await fileStore()).exists(stray.storageKey)).toBe(false)
    await nothingStray()
  })

  test('of a draft that was deleted rows and bytes go', async () => {
    await added()
    await expect(db.submission.deleteMany({})).rejects.toThrow('StoredFile_position') // files are erased first
    await db.storedFile.updateMany({ data: { position: null } })
    await db.submission.deleteMany({})
    expect(await sweepFiles(tomorrow)).toMatchObject({ rows: 1, stored: 1 })
    expect(await db.storedFile.count()).toBe(0)
    await nothingStray()
  })

  test('what is erased with its response goes at once', async () => {
    await added()
    const { id } = await db.submission.findFirstOrThrow()
    await removeStored(await db.$transaction(tx => eraseFiles(tx, id)))
    expect(await db.storedFile.count()).toBe(0)
    await nothingStray()
  })
})
