import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, test, vi } from 'vitest'

import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { ExportKind, ExportWish } from '@/lib/domain/export'
import type { Viewer } from '@/lib/domain/person'
import { startWorker } from '@/lib/jobs/worker'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { bytesOf, sheetOf, unzipped } from '@/lib/testing/export-reading'
import { strayFiles } from '@/lib/testing/stray-files'

import { removeStored } from './files'
import { claimExport, dropExpiredExports, requeueStrandedExports, setExportAside } from './export-standing'
import { askForExport, dropExport, listExports, openExport, workOnExport } from './exports'

const origin = 'http://portal.example'
const body = '=1+1 Café _x0041_ cooked\nfor everyone. We telephoned neighbours.'

let scene: Scene
let by: Viewer
let coder: Viewer
let first: { id: string; reference: string }
beforeEach(async () => {
  await emptyDatabase()
  // rows of the test before are gone
  await removeStored((await strayFiles()).bytes)
  scene = await makeScene()
  by = scene.people.wlv.researcher
  coder = scene.people.bvsc.researcher
  const made = await makeSubmission(scene, { title: '=HYPERLINK("http://evil")', organisation: '+44 House (example)' })
  first = { id: made.id, reference: made.reference ?? '' }
  const textVersionId = await makeAnswer(first.id, body)
  const [food, phone] = [await makeCode(scene, '@Food'), await makeCode(scene, 'Telephone')]
  const given = { submissionId: first.id, by: coder }
  await makeCoding({ ...given, codeId: phone, memo: 'A memo' }, { textVersionId, start: 39, end: 56 })
  await makeCoding({ ...given, codeId: food }, { textVersionId, start: 5, end: 25 })
  await makeCoding({ ...given, codeId: food })
  await db.comment.create({ data: { submissionId: first.id, authorId: coder.id, body: 'A remark' } })
  await makeSubmission(scene, { title: 'Another', place: 'rugby' })
  await db.contactDetails.create({
    data: {
      submissionId: first.id,
      name: 'canary Mary',
      email: 'canary@x.example',
      telephone: '0121 canary',
      bestTimes: 'canary',
    },
  })
})

const wish = (
  format: ExportWish['format'],
  what: ExportKind = 'SUBMISSIONS',
  filters: Partial<ExportWish['filters']> = {},
) => ({
  what,
  format,
  filters: { query: '', references: [], group: 'code' as const, ...filters },
})

async function exported(asked: ExportWish, viewer = by) {
  const { id, ready } = value(await askForExport(viewer, scene.call.id, asked, origin))
  expect(ready).toBe(true)
  const { stream, ...opened } = value(await openExport(viewer, id))
  const file = await bytesOf(stream)
  expect(opened.bytes).toBe(file.length)
  return { id, ...opened, file }
}

async function csvOf(asked: Partial<ExportWish['filters']> = {}, what: ExportKind = 'SUBMISSIONS', viewer = by) {
  const { file } = await exported(wish('CSV', what, asked), viewer)
  const parts = await unzipped(file)
  const [name = ''] = [...parts.keys()].filter(each => each.endsWith('.csv'))
  const text = parts.get(name)?.toString() ?? ''
  expect(text.startsWith('\ufeff')).toBe(true)
  return {
    rows: parse(text.slice(1)) as string[][],
    about: parts.get('about.txt')?.toString() ?? '',
    names: [...parts.keys()],
  }
}

describe('an export', () => {
  test('holds the same rows in every format, and says what it is', async () => {
    const { rows: csv, about, names } = await csvOf()
    expect(names).toEqual([expect.stringMatching(/^submissions-\d{4}-\d\d-\d\d\.csv$/), 'about.txt'])
    expect(about).toContain('Call: The call\r\n')
    expect(about).toContain(`Exported by: ${by.name}, Team wlv`)
    expect(about).toContain('Filters: none')
    expect(about).toContain('Rows: 2\r\n')

    const json = await unzipped((await exported(wish('JSONL'))).file)
    const [, lines] = [...json].find(([name]) => name.endsWith('.jsonl')) ?? []
    const objects = (lines?.toString() ?? '')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    const book = await exported(wish('XLSX'))
    expect(book.name).toMatch(/^submissions-.*\.xlsx$/)
    const sheet = await sheetOf(book.file, 2)
    expect(await sheetOf(book.file, 1)).toContainEqual(['Rows', '2'])

    // what is the same in all: the words of each, but the mark that keeps a spreadsheet from running a CSV's cell
    const plain = (row: readonly string[]) => row.map(cell => cell.replace(/^'(?=[=+\-@])/, ''))
    expect(sheet[0]).toEqual(csv[0])
    for (const [at, object] of objects.entries()) {
      const cells = plain(csv[at + 1] ?? [])
      const received = csv[0]?.indexOf('Received') ?? -1
      const values = Object.values(object).map(each => (Array.isArray(each) ? each.join('; ') : String(each ?? '')))
      const without = (row: readonly string[]) => row.filter((_, place) => place !== received)
      expect(without(values)).toEqual(without(cells))
      const width = sheet[0]?.length ?? 0
      expect(without(Array.from({ length: width }, (_, place) => sheet[at + 1]?.[place] ?? ''))).toEqual(without(cells))
    }
    expect(objects).toHaveLength(2)
    expect(csv).toHaveLength(3)
  })

  test('runs nothing in a spreadsheet', async () => {
    const { rows } = await csvOf()
    const row = rows.find(([reference]) => reference === first.reference) ?? []
    expect(row.filter(cell => /^[=+\-@]/.test(cell))).toEqual([])
    expect(row[1]).toBe(`'=HYPERLINK("http://evil")`)
    const { file } = await exported(wish('XLSX'))
    const sheet = (await unzipped(file)).get('xl/worksheets/sheet2.xml')?.toString() ?? ''
    expect(sheet).not.toMatch(/<f[ >]/)
    expect((await sheetOf(file, 2)).flat()).toContain('=HYPERLINK("http://evil")')
  })

  test('has no part that is not to be seen, and no name but of who asked', async () => {
    const book = await unzipped((await exported(wish('XLSX'))).file)
    expect([...book.keys()].filter(name => /comment|docProps|drawing|external|vba|custom/i.test(name))).toEqual([])
    expect(book.get('xl/workbook.xml')?.toString()).not.toMatch(/hidden|veryHidden/i)
    const paper = await unzipped((await exported(wish('DOCX', 'PASSAGES'))).file)
    expect([...paper.keys()].filter(name => /comments|vba|custom\d|embed/i.test(name))).toEqual([])
    const core = paper.get('docProps/core.xml')?.toString() ?? ''
    expect([...core.matchAll(/<(dc|dcterms|cp):(\w+)/g)].map(([, , name]) => name)).toEqual([
      'coreProperties',
      'title',
      'revision',
      'created',
      'modified',
    ])
    for (const name of ['docProps/app.xml', 'docProps/custom.xml'])
      expect((paper.get(name)?.toString() ?? '').replace(/<\?xml[^>]*>/, '')).toMatch(/^<Properties [^>]*\/>$/)
  })

  test('holds nothing of who to contact, whatever is exported', async () => {
    await db.consent.create({
      data: {
        submissionId: first.id,
        kind: 'TELEPHONE',
        answer: 'YES',
        wording: 'w',
        wordingVersion: '1',
        channel: 'form',
      },
    })
    for (const what of ['SUBMISSIONS', 'PASSAGES', 'GRID', 'CODINGS', 'COMMENTS', 'FOLLOW_UPS'] as const) {
      const { rows, about } = await csvOf({}, what)
      expect(rows.length, what).toBeGreaterThan(1)
      expect(JSON.stringify(rows) + about, what).not.toContain('canary')
    }
  })

  test('of passages as a document has headings, what was said, and the way back', async () => {
    const paper = await unzipped((await exported(wish('DOCX', 'PASSAGES'))).file)
    const xml = paper.get('word/document.xml')?.toString() ?? ''
    const styled = (style: string) =>
      [...xml.matchAll(/<w:p>[^]*?<\/w:p>/g)]
        .filter(([paragraph]) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
        .map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, said]) => said).join(''))
    expect(styled('Heading1')).toEqual(['About this export', '@Food', 'Telephone'])
    expect(styled('Segment')).toEqual(['“Café _x0041_ cookedf”', '“We telephoned nei”'].map(() => expect.any(String)))
    expect(styled('Memo')).toEqual(['Memo: A memo'])
    expect(styled('Source')[0]).toContain(first.reference)
    const links = paper.get('word/_rels/document.xml.rels')?.toString() ?? ''
    expect(links).toContain(`Target="${origin}/workspace/submissions/${first.reference}"`)
    expect(xml).toMatch(/<w:hyperlink [^>]*w:anchor="at-[0-9a-f-]{36}-5"/)
    const other = await unzipped((await exported(wish('DOCX', 'PASSAGES', { group: 'submission' }))).file)
    expect(other.get('word/document.xml')?.toString()).toContain('HYPERLINK(&quot;http://evil&quot;)')
  })

  test('follows its filters, or what was ticked; what is not known makes no file', async () => {
    expect((await csvOf({ query: 'place=rugby' })).rows).toHaveLength(2)
    const { rows, about } = await csvOf({ references: [first.reference] })
    expect(rows.map(([reference]) => reference)).toEqual(['Reference', first.reference])
    expect(about).toContain(`Ticked: ${first.reference}`)
    expect((await csvOf({ query: 'place=rugby' }, 'CODINGS')).rows).toHaveLength(1)
    expect((await csvOf({ query: 'place=dudley' }, 'CODINGS')).about).toContain('Place: Dudley')
    const before = await db.export.count()
    const refused = await askForExport(by, scene.call.id, wish('CSV', 'SUBMISSIONS', { query: 'stge=new' }), origin)
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('a filter “stge”') })
    expect(await askForExport(by, scene.call.id, wish('DOCX', 'GRID'), origin)).toMatchObject({ ok: false })
    expect(await db.export.count()).toBe(before)
  })

  test('leaves out what two code blind, and what was withdrawn, held back or merged', async () => {
    await makeBlind(first.id, coder, scene.people.coventry.researcher)
    await db.comment.updateMany({ data: { held: true } })
    for (const what of ['CODINGS', 'PASSAGES', 'COMMENTS'] as const) {
      expect((await csvOf({}, what)).rows, what).toHaveLength(1)
      expect((await csvOf({}, what, coder)).rows.length, what).toBeGreaterThan(1)
    }
    const more = await Promise.all(['a', 'b', 'c'].map(title => makeSubmission(scene, { title })))
    const [withdrawn, held, merged] = more.map(({ id }) => id)
    const past = new Date(Date.now() - 60_000)
    await db.submission.update({ where: { id: withdrawn ?? '' }, data: { status: 'WITHDRAWN', withdrawnAt: past } })
    await db.submission.update({
      where: { id: held ?? '' },
      data: { status: 'QUARANTINED', quarantineReasons: ['many-links'] },
    })
    await db.submission.update({ where: { id: merged ?? '' }, data: { mergedIntoId: first.id } })
    expect((await csvOf({ query: 'q=WM' })).rows.length).toBe(3)
  })
})

describe('whose it is', () => {
  test('nobody else sees, fetches or deletes it, nor they themselves once their right is gone', async () => {
    const { id } = await exported(wish('CSV'))
    const other = scene.people.wlv.lead
    expect(await listExports(other, scene.call.id)).toEqual([])
    expect(await openExport(other, id)).toMatchObject({ missing: true })
    expect(await dropExport(other, id)).toMatchObject({ missing: true })
    expect(await listExports(scene.people.staff, scene.call.id)).toBeNull()
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await askForExport(viewer, scene.call.id, wish('CSV'), origin)).toMatchObject({ missing: true })
    expect(await openExport({ ...by, role: 'ADMINISTRATOR', team: null }, id)).toMatchObject({ missing: true })
    await db.person.update({ where: { id: by.id }, data: { disabledAt: new Date() } })
    expect(await dropExpiredExports()).toBe(1)
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
  })

  test('it goes once somebody has withdrawn, once it is deleted, and after seven days', async () => {
    const { id } = await exported(wish('CSV'))
    await db.submission.update({ where: { id: first.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    expect(await openExport(by, id)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/taken something back/),
    })
    expect(await dropExpiredExports()).toBe(1)
    const other = await exported(wish('XLSX'))
    expect(await openExport(by, other.id, new Date(Date.now() + 8 * 86_400_000))).toMatchObject({ missing: true })
    expect(await dropExpiredExports(new Date(Date.now() + 6 * 86_400_000))).toBe(0)
    expect(await dropExpiredExports(new Date(Date.now() + 8 * 86_400_000))).toBe(1)
    const third = await exported(wish('JSONL'))
    value(await dropExport(by, third.id))
    expect(await openExport(by, third.id)).toMatchObject({ missing: true })
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
    const deeds = await db.auditEntry.findMany({
      where: { thingKind: 'export', actorId: by.id },
      select: { action: true },
    })
    expect(deeds.map(({ action }) => action)).toEqual(
      ['ask', 'download', 'ask', 'download', 'ask', 'download', 'delete'].map(deed => `export.${deed}`),
    )
  })

  test('two presses make one', async () => {
    const ask = () => askForExport(by, scene.call.id, wish('CSV'), origin)
    const both = await Promise.all([ask(), ask()])
    expect(new Set(both.map(each => value(each).id)).size).toBe(1)
    expect(value(await ask()).ready).toBe(true)
    expect(await db.export.count()).toBe(1)
  })
})

/** Many sent, by SQL and in turns that no busy machine takes too long over: each says something. */
async function makeMany(count: number): Promise<void> {
  const step = 2_500
  for (let from = 1; from <= count; from += step) await makeSome(from, Math.min(count, from + step - 1))
}

function makeSome(from: number, to: number) {
  return db.$executeRaw`
    WITH s AS (
      INSERT INTO "Submission" ("id", "callId", "status", "reference", "noticeVersion", "submittedAt", "updatedAt", "title",
        "organisationName", "organisationType", "practice", "answeredSteps", "communities", "quarantineReasons")
      SELECT gen_random_uuid(), ${scene.call.id}::uuid, 'SUBMITTED',
        'WM-XX' || lpad((n / 1000)::text, 2, '0') || '-' || lpad((n % 1000)::text, 4, '0'),
        '1', now() - n * interval '1 second', now(), 'Title ' || n, 'House', 'FAITH', 'OWN', '{}', '{}', '{}'
      FROM generate_series(${from}::int, ${to}::int) n RETURNING "id"
    ), t AS (
      INSERT INTO "Text" ("id", "submissionId", "kind", "field")
      SELECT gen_random_uuid(), "id", 'ANSWER', 'whatHappened' FROM s RETURNING "id"
    )
    INSERT INTO "TextVersion" ("id", "textId", "number", "body")
    SELECT gen_random_uuid(), "id", 1, repeat(md5("id"::text) || ' ', 40) FROM t`
}

describe('a large export', () => {
  test('is made in the background, told of by mail, and keeps memory within bounds', { timeout: 120_000 }, async () => {
    await makeMany(20_000)
    const asked = value(await askForExport(by, scene.call.id, wish('CSV'), origin))
    expect(asked.ready).toBe(false)
    let peak = 0
    const before = process.memoryUsage().rss
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss - before)), 20)
    try {
      await workOnExport(asked.id)
    } finally {
      clearInterval(watch)
    }
    // the rows are 27 MB as text; what is measured is mostly young garbage
    expect(peak / 1_048_576).toBeLessThan(150)
    const { stream } = value(await openExport(by, asked.id))
    const [, csv] = [...(await unzipped(await bytesOf(stream)))][0] ?? []
    expect(parse((csv?.toString() ?? '').slice(1))).toHaveLength(20_003)
    expect(await db.mail.findFirstOrThrow()).toMatchObject({
      toAddress: by.email,
      body: expect.stringContaining('{origin}/workspace/exchange/exports'),
    })

    const book = value(await askForExport(by, scene.call.id, wish('XLSX'), origin))
    await workOnExport(book.id)
    const books = await unzipped(await bytesOf(value(await openExport(by, book.id)).stream))
    expect([...books.keys()]).toEqual([1, 2, 3, 4, 5].map(n => expect.stringMatching(new RegExp(`-${n}\\.xlsx$`))))
    const last = [...books.values()].at(-1) ?? Buffer.alloc(0)
    expect(await sheetOf(last, 2)).toHaveLength(3)
    expect(await sheetOf(last, 1)).toContainEqual(['In this file', 'rows 20,001 to 20,002'])
    expect((await listExports(by, scene.call.id))?.map(({ rows, status }) => [rows, status])).toEqual([
      [20_002, 'DONE'],
      [20_002, 'DONE'],
    ])
  })

  test('that is cancelled in the middle leaves nothing', { timeout: 60_000 }, async () => {
    await makeMany(8_000)
    const { id } = value(await askForExport(by, scene.call.id, wish('JSONL'), origin))
    const working = workOnExport(id)
    const outcome = working.then(
      () => 'done',
      () => 'stopped',
    )
    await vi.waitUntil(async () => (await db.export.findFirst())?.status === 'RUNNING', { interval: 10 })
    value(await dropExport(by, id))
    expect(await outcome).toBe('stopped')
    expect(await db.export.count()).toBe(0)
    expect(await db.mail.count()).toBe(0)
    expect(await strayFiles()).toEqual({ bytes: [], rows: [] })
  })

  test(
    'whose worker was killed is taken up by another; no more than three wait for one person',
    { timeout: 60_000 },
    async () => {
      await makeMany(1_100)
      const ask = (query: string) => askForExport(by, scene.call.id, wish('CSV', 'SUBMISSIONS', { query }), origin)
      const { id } = value(await ask(''))
      expect(await claimExport(id)).not.toBeNull()
      expect(await claimExport(id)).toBeNull()
      value(await ask('type=faith'))
      value(await ask('stage=new'))
      expect(await ask('decision=none')).toMatchObject({ ok: false, message: expect.stringMatching(/three|3 exports/) })
      await db.export.updateMany({ where: { id }, data: { heardAt: new Date(Date.now() - 60_000) } })
      await requeueStrandedExports()
      const worker = startWorker(env().databaseUrl ?? '')
      try {
        await vi.waitUntil(async () => (await db.export.count({ where: { status: 'DONE' } })) === 3, {
          timeout: 40_000,
        })
      } finally {
        await worker.stop()
      }
    },
  )

  test('of somebody whose account has ended meanwhile fails', async () => {
    await makeMany(1_100)
    const { id } = value(await askForExport(by, scene.call.id, wish('CSV'), origin))
    await db.person.update({ where: { id: by.id }, data: { disabledAt: new Date() } })
    await expect(workOnExport(id)).rejects.toThrow()
    await setExportAside(id, false)
    expect(await db.export.findFirst()).toMatchObject({ status: 'FAILED', storageKey: null })
  })
})
