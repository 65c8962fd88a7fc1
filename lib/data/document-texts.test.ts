import { beforeEach, describe, expect, test, vi } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { takeInBytes } from '@/lib/files/take-in'
import { fileStore } from '@/lib/files/store'
import { makePerson } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { makePdf, makePdfBomb, makePhoto, makeWrittenDocx, makeWrittenPdf } from '@/lib/testing/material-makers'
import { beginDraft, makeCall, send } from '@/lib/testing/submission-makers'
import { openCorrection, dropCorrection } from './corrections'
import { readDocument, readWaitingDocuments } from './document-texts'
import { addOwnFile, removeOwnFile } from './files'
import { readTexts } from './submission-texts'
import { eraseWithdrawn, withdrawEvidence } from './withdrawals'

let clamdUrl: string | undefined
vi.mock(import('@/lib/files/scan'), async original => ({
  ...(await original()),
  scans: () => clamdUrl !== undefined,
}))

let draft = ''
let reader: Viewer
beforeEach(async () => {
  await emptyDatabase()
  const store = await fileStore()
  for await (const { key } of store.list()) await store.remove(key)
  clamdUrl = undefined
  await makeCall()
  draft = await beginDraft()
  reader = await makePerson('reader', 'RESEARCHER', await db.team.create({ data: { name: 'T', short: 'T' } }))
})

async function add(bytes: Uint8Array, name: string, browser = draft): Promise<string> {
  const taken = await takeInBytes(bytes, name)
  if (!taken.ok) throw new Error(taken.fault)
  const added = await addOwnFile(browser, taken.file)
  if (!added.ok) throw new Error(added.message)
  return added.value.id
}

async function sent() {
  const result = await send(draft)
  if (!result.ok) throw new Error(result.message)
  const { reference, key } = result.value
  const { id } = await db.submission.findUniqueOrThrow({ where: { reference }, select: { id: true } })
  return { id, reference, token: key ?? '' }
}

const texts = () =>
  db.text.findMany({
    where: { kind: 'DOCUMENT' },
    select: { field: true, submissionId: true, versions: { select: { number: true, body: true } } },
  })
/** The names of the documents that are read beside the answers. */
const read = async (reference: string) =>
  (await readTexts(reader, reference)).filter(({ kind }) => kind === 'DOCUMENT').map(({ title }) => title)
const stateOf = async (id: string) => (await db.storedFile.findUnique({ where: { id }, select: { text: true } }))?.text
const holds = async () =>
  expect(await broken(async statement => ({ rows: await db.$queryRawUnsafe<unknown[]>(statement) }))).toEqual([])

describe('the text of a document', () => {
  test('waits until it is sent, and is then read once', async () => {
    const file = await add(await makeWrittenPdf(['We opened the hall.']), 'report.pdf')
    await readDocument(file)
    expect(await texts()).toEqual([])
    const { id, reference } = await sent()
    const [job] = await db.$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'read-document'`
    expect(job?.key).toBe(`read-document:${file}`)
    await Promise.all([readDocument(file), readDocument(file)])
    await readDocument(file)
    expect(await texts()).toEqual([
      { field: file, submissionId: id, versions: [{ number: 1, body: 'We opened the hall.' }] },
    ])
    expect(await read(reference)).toEqual(['report.pdf'])
    await holds()
  })

  test('is not there in a scan or a bomb, and a picture is not asked for one', async () => {
    const [scan, bomb] = [await add(makePdf(), 'scan.pdf'), await add(makePdfBomb(256 * 1_048_576), 'bomb.pdf')]
    const picture = await add(await makePhoto(), 'hall.jpg')
    const { reference } = await sent()
    expect(await readWaitingDocuments()).toBe(2)
    expect([await stateOf(scan), await stateOf(bomb), await stateOf(picture)]).toEqual(['NONE', 'NONE', null])
    expect([await texts(), await readWaitingDocuments(), await read(reference)]).toEqual([[], 0, []])
  }, 30_000)

  test('waits for the virus scanner, and is never read of what held a virus', async () => {
    const file = await add(await makeWrittenDocx('Clean'), 'clean.docx')
    const other = await add(await makeWrittenDocx('Ill'), 'ill.docx')
    await sent()
    clamdUrl = 'tcp://localhost:3310'
    await readDocument(file)
    expect(await readWaitingDocuments()).toBe(0)
    await db.storedFile.update({ where: { id: file }, data: { scan: 'CLEAN' } })
    await db.storedFile.update({ where: { id: other }, data: { scan: 'INFECTED' } })
    expect(await readWaitingDocuments()).toBe(1)
    expect((await texts()).map(({ field }) => field)).toEqual([file])
  })

  test('of a file without bytes is tried again later', async () => {
    const file = await add(await makeWrittenDocx('Words'), 'words.docx')
    await sent()
    const { storageKey } = await db.storedFile.findUniqueOrThrow({ where: { id: file } })
    await (await fileStore()).remove(storageKey)
    await readDocument(file)
    expect(await stateOf(file)).toBeNull()
  })
})

describe('while it is corrected', () => {
  test('a new document has no text yet, and one that was taken away still stands', async () => {
    const file = await add(await makeWrittenDocx('First'), 'first.docx')
    const { reference, token } = await sent()
    await readDocument(file)
    const opened = await openCorrection(token)
    if (!opened.ok) throw new Error(opened.message)
    const browser = opened.value.browserToken
    await removeOwnFile(browser, file)
    const second = await add(await makeWrittenDocx('Second'), 'second.docx', browser)
    await readDocument(second)
    expect(await read(reference)).toEqual(['first.docx'])

    const corrected = await send(browser)
    expect(corrected.ok).toBe(true)
    await readDocument(second)
    expect(await read(reference)).toEqual(['second.docx'])
    expect(await texts()).toHaveLength(2)
    await holds()
  })

  test('and let go of, nothing is left of what it added', async () => {
    const { reference, token } = await sent()
    const opened = await openCorrection(token)
    if (!opened.ok) throw new Error(opened.message)
    await add(await makeWrittenDocx('Never sent'), 'never.docx', opened.value.browserToken)
    await dropCorrection(token)
    await readWaitingDocuments()
    expect([await texts(), await read(reference)]).toEqual([[], []])
    await holds()
  })
})

test('a withdrawal hides the text, and erasing deletes it', async () => {
  const file = await add(await makeWrittenDocx('CANARYDOCUMENT'), 'first.docx')
  const { reference, token } = await sent()
  await readDocument(file)
  await withdrawEvidence(token, reference)
  expect(await read(reference)).toEqual([])
  const store = await fileStore()
  await eraseWithdrawn(key => store.remove(key), new Date(Date.now() + 31 * 86_400_000))
  expect(await texts()).toEqual([])
  await holds()
})
