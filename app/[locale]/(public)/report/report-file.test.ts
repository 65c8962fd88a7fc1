import { beforeEach, expect, test } from 'vitest'

import { forget } from '@/lib/data/cached'
import { callTag } from '@/lib/data/calls'
import { galleryTag } from '@/lib/data/releases'
import { db } from '@/lib/db'
import { makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { opened, unzip } from '@/lib/testing/documents'

import { answerWithReport } from './report-file'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  for (const tag of [callTag, galleryTag]) forget(tag)
})

const ask = (query = '', ending: 'pdf' | 'docx' = 'pdf', headers: Record<string, string> = {}) =>
  answerWithReport(
    new Request(`http://portal.example/report.${ending}${query}`, { headers: { host: 'portal.example', ...headers } }),
    ending,
  )

/** Editions of a report whose title says which each is. */
async function publish(...numbers: number[]) {
  const { id: reportId } = await db.report.upsert({
    where: { callId: scene.call.id },
    create: { callId: scene.call.id, title: 'What neighbours made possible' },
    update: {},
  })
  const publishedById = scene.people.wlv.lead.id
  for (const number of numbers) {
    const content = { title: `Reading ${number}`, summary: 'Food came first.', sections: [], notes: [], works: [] }
    const changes = number > 1 ? 'It counts September.' : ''
    await db.reportEdition.create({ data: { reportId, number, content, changes, publishedById } })
  }
  forget(galleryTag)
}

const named = (answer: Response) => answer.headers.get('content-disposition')

test('there is no file before a report is published, nor of an edition that is not there', async () => {
  expect((await ask()).status).toBe(404)
  await publish(1)
  for (const query of ['?edition=2', '?edition=0', '?edition=x', '?edition=1e0', '?edition=99999999999'])
    expect((await ask(query)).status, query).toBe(404)
})

test('the newest edition is given, and an earlier one by its number', async () => {
  await publish(1, 2)
  const [newest, first, docx] = [await ask(), await ask('?edition=1'), await ask('', 'docx')]
  expect(named(newest)).toBe('attachment; filename="reading-2-edition-2.pdf"')
  expect(newest.headers.get('content-type')).toBe('application/pdf')
  expect(named(first)).toBe('attachment; filename="reading-1-edition-1.pdf"')
  const earlier = Buffer.from(await first.arrayBuffer())
  expect(earlier.subarray(0, 5).toString()).toBe('%PDF-')
  expect(opened(earlier)).toContain('(Reading 1)')
  expect((await unzip(Buffer.from(await docx.arrayBuffer())))['word/document.xml']).toContain('Reading 2')
})

test('who has it already is told so, until something of it is taken out', async () => {
  await publish(1)
  const etag = (await ask()).headers.get('etag') ?? ''
  expect((await ask('', 'pdf', { 'if-none-match': etag })).status).toBe(304)
  const { id: editionId } = await db.reportEdition.findFirstOrThrow()
  await db.reportErratum.create({ data: { editionId, words: 'A quotation was taken out.' } })
  forget(galleryTag)
  const after = await ask('', 'docx', { 'if-none-match': etag })
  expect(after.status).toBe(200)
  expect((await unzip(Buffer.from(await after.arrayBuffer())))['word/document.xml']).toContain(
    'A quotation was taken out.',
  )
})
