import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { agreedNote, type ThingOf } from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'
import {
  emptyProject,
  exported,
  imported,
  looked,
  normal,
  samples,
  samplesAreThere,
  schemaFaults,
  thingsOf,
  zipWith,
} from '@/lib/testing/project-files'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})
const callId = () => scene.call.id

/** Overlapping spans, characters beyond the first plane, tags, memos, threads, an agreed coding, and what must stay here. */
async function makeProject() {
  const { wlv, bvsc, coventry } = scene.people
  const food = await makeCode(scene, 'Food & “drink”')
  const meals = await makeCode(scene, 'Meals', food)
  const old = await makeCode(scene, 'Old')
  await db.code.update({ where: { id: old }, data: { retiredAt: new Date() } })
  const { id: submissionId } = await makeSubmission(scene, { communities: ['Carers', 'Young people'] })
  const textVersionId = await makeAnswer(submissionId, 'We cooked 🍲🍲 for all.\nAnd <more> & more.')
  await makeAnswer(submissionId, 'Nobody went hungry.', 'difference')
  const on = { textVersionId, start: 10, end: 12 }
  const first = await makeCoding({ submissionId, codeId: food, by: bvsc.researcher, memo: 'A memo\nof two lines' }, on)
  const second = await makeCoding({ submissionId, codeId: meals, by: coventry.researcher }, { ...on, end: 20 })
  const agreedId = await makeCoding({ submissionId, codeId: meals, by: wlv.lead, agreed: true }, on)
  await db.settlement.create({
    data: { submissionId, firstId: first, secondId: second, agreedId, leadId: wlv.lead.id },
  })
  await makeCoding({ submissionId, codeId: old, by: bvsc.researcher }, { ...on, start: 0 })
  await makeCoding({ submissionId, codeId: food, by: wlv.researcher, memo: 'On the whole' })
  const thread = await db.comment.create({
    data: { submissionId, authorId: wlv.lead.id, body: 'Here?', textVersionId, spanStart: 3, spanEnd: 9 },
  })
  await db.comment.create({ data: { submissionId, authorId: bvsc.researcher.id, body: 'Yes.', parentId: thread.id } })
  await db.comment.create({ data: { submissionId, authorId: bvsc.researcher.id, body: 'On all of it' } })
  await db.contactDetails.create({ data: { submissionId, email: 'canary@secret.example', telephone: '0121 canary' } })
  return { submissionId, textVersionId, food, first }
}

test.skipIf(!samplesAreThere)('a project goes out valid against the published schema', async () => {
  await makeProject()
  const { xml } = await thingsOf(await exported(lead, callId()))
  expect(await schemaFaults(xml, 'Project')).toEqual([])
})

test('a project goes out, comes into an empty portal, and goes out the same', async () => {
  await makeProject()
  const before = await exported(lead, callId())
  const one = await thingsOf(before)
  expect(one.faults).toEqual([])
  expect(one.xml).not.toContain('canary')
  expect(one.things.some(({ guid }) => guid === agreedNote.guid)).toBe(true)
  await emptyProject()
  const run = await imported(lead, callId(), before)
  expect(run.report.losses).toEqual([])
  const two = await thingsOf(await exported(lead, callId()))
  expect(normal(two.things)).toEqual(normal(one.things))
  const submissions = await db.submission.findMany({ include: { consents: true } })
  expect(submissions.map(({ channel, consents }) => [channel, consents.map(({ answer }) => answer)])).toEqual([
    ['import', ['NO', 'NO', 'NO', 'NO']],
  ])
})

test('nothing is doubled by a second import, and what was withdrawn does not come back', async () => {
  const { submissionId } = await makeProject()
  const bytes = await exported(lead, callId())
  const count = async () => [
    await db.submission.count(),
    await db.coding.count(),
    await db.comment.count(),
    await db.code.count(),
    await db.textVersion.count(),
  ]
  const before = await count()
  for (let turn = 0; turn < 2; turn += 1) await imported(lead, callId(), bytes)
  expect(await count()).toEqual(before)
  await db.submission.update({ where: { id: submissionId }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
  await db.settlement.deleteMany()
  await db.comment.deleteMany()
  await db.coding.deleteMany()
  await db.text.deleteMany({ where: { submissionId } })
  const run = await imported(lead, callId(), bytes)
  expect(run.report.losses.join()).toContain('withdrawn here')
  expect(await db.text.count({ where: { submissionId } })).toBe(0)
})

test('what is blind, withdrawn, quarantined or merged stays here', async () => {
  const { food } = await makeProject()
  const secret = async (body: string) => {
    const { id } = await makeSubmission(scene)
    return { id, versionId: await makeAnswer(id, body) }
  }
  const blind = await secret('Blind words stay readable.')
  await makeBlind(blind.id, scene.people.bvsc.researcher, scene.people.coventry.researcher)
  const hidden = await makeCoding(
    { submissionId: blind.id, codeId: food, by: scene.people.bvsc.researcher, memo: 'zz-blind' },
    { textVersionId: blind.versionId, start: 0, end: 5 },
  )
  const gone = await secret('zz-gone')
  await db.submission.update({ where: { id: gone.id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
  const held = await secret('zz-held')
  await db.submission.update({ where: { id: held.id }, data: { status: 'QUARANTINED', quarantineReasons: ['links'] } })
  const merged = await secret('zz-merged')
  await db.submission.update({ where: { id: merged.id }, data: { mergedIntoId: blind.id } })
  const { things } = await thingsOf(await exported(lead, callId()))
  const all = JSON.stringify(things)
  expect(all).toContain('Blind words stay readable.')
  for (const word of ['zz-blind', 'zz-gone', 'zz-held', 'zz-merged', hidden]) expect(all).not.toContain(word)
})

test('leads alone exchange projects', async () => {
  for (const viewer of [scene.people.wlv.researcher, scene.people.staff, scene.people.administrator])
    await expect(exported(viewer, callId())).rejects.toThrow()
})

describe
  .skipIf(!samplesAreThere)
  .each(['blank-atlas-project.qdpx', 'target-atlas-project.qdpx', 'cproctor-nvivo_project.qdpx'])('%s', name => {
  test('comes in, goes out and comes in again without another loss', async () => {
    const bytes = await readFile(path.join(samples, name))
    const first = await imported(lead, callId(), bytes)
    const wanted = (await thingsOf(bytes)).things
    const one = await thingsOf(await exported(lead, callId()))
    expect(await schemaFaults(one.xml, 'Project')).toEqual([])
    const codes = (things: typeof wanted) =>
      things
        .filter(({ kind }) => kind === 'code')
        .map(({ guid }) => guid)
        .toSorted()
    expect(codes(one.things)).toEqual(codes(wanted))
    const texts = (things: typeof wanted) =>
      things
        .flatMap(thing => (thing.kind === 'source' && thing.text ? [[thing.guid, thing.name, thing.text]] : []))
        .toSorted()
    expect(texts(one.things)).toEqual(texts(wanted))
    await emptyProject()
    const again = await imported(lead, callId(), await zipOf(one))
    expect(again.report.losses.length).toBeLessThanOrEqual(first.report.losses.length)
    const two = await thingsOf(await exported(lead, callId()))
    expect(normal(two.things)).toEqual(normal(one.things))
  })
})

async function zipOf({ xml, things }: Awaited<ReturnType<typeof thingsOf>>) {
  const sources = things.filter((thing): thing is ThingOf<'source'> => thing.kind === 'source')
  return zipWith({
    'project.qde': xml,
    ...Object.fromEntries(sources.map(({ guid, text }) => [`sources/${guid}.txt`, text])),
  })
}

const guid = (last: number) => `aaaaaaaa-0000-4000-8000-${String(last).padStart(12, '0')}`
const start = '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="x">'
const codebook = `<CodeBook><Codes><Code guid="${guid(1)}" name="A" isCodable="true"/></Codes></CodeBook>`
const span = (from: number, to: number, code = guid(1)) =>
  `<PlainTextSelection guid="${guid(3)}" startPosition="${from}" endPosition="${to}"><Coding guid="${guid(4)}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`
const withText = (inner: string, head = codebook) =>
  `${start}${head}<Sources><TextSource guid="${guid(2)}" name="S" plainTextPath="internal://a.txt">${inner}</TextSource></Sources></Project>`

describe('a file that is wrong', () => {
  const bad: [string, () => Promise<Buffer>, RegExp][] = [
    ['no zip', async () => Buffer.from('hello'), /neither a REFI-QDA project/],
    ['a cut zip', async () => (await zipWith({ 'project.qde': withText('') })).subarray(0, 60), /damaged/],
    ['another zip', () => zipWith({ 'a.txt': 'a' }), /no “project.qde”/],
    ['a bomb', () => zipWith({ 'project.qde': `${start}${' '.repeat(20_000_000)}</Project>` }), /times larger/],
    ['a document type', async () => Buffer.from(`<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`), /document type/],
    ['an entity', async () => Buffer.from(`${start}&a;</Project>`), /not well-formed/],
    ['something else', async () => Buffer.from('<a/>'), /its first element is another/],
    ['too deep', async () => Buffer.from(start + '<a>'.repeat(50)), /deep/],
    [
      'past the end',
      () => zipWith({ 'project.qde': withText(span(0, 9)), 'sources/a.txt': 'abc' }),
      /from 0 to 9.*3 characters/,
    ],
    [
      'an unknown code',
      () => zipWith({ 'project.qde': withText(span(0, 2, guid(9))), 'sources/a.txt': 'abc' }),
      /Line 1: there is no code/,
    ],
    [
      'a GUID twice',
      async () =>
        Buffer.from(
          `${start}${codebook.replace('/></Codes>', `/><Code guid="{${guid(1).toUpperCase()}}" name="B" isCodable="true"/></Codes>`)}</Project>`,
        ),
      /“B” has the same GUID/,
    ],
    ['a missing text', () => zipWith({ 'project.qde': withText('') }), /is not in the zip/],
    [
      'a path',
      async () => Buffer.from(withText('').replace('internal://a.txt', 'relative://../../etc/passwd')),
      /lies outside/,
    ],
    [
      'another encoding',
      () => zipWith({ 'project.qde': withText(''), 'sources/a.txt': Buffer.from([0xe9, 0x41]) }),
      /neither UTF-8/,
    ],
  ]
  test.each(bad)('%s is refused, and nothing is imported', async (_, make, sentence) => {
    const run = await looked(lead, callId(), await make())
    expect(run.status).toBe('FAILED')
    expect(run.report.faults.join('\n')).toMatch(sentence)
    expect([await db.exchangeRow.count(), await db.code.count(), await db.submission.count()]).toEqual([0, 0, 0])
  })
})

test('UTF-16 and CRLF: words stay the same words', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\r\n🍲\r\nmeal', 'utf16le')])
  await imported(lead, callId(), await zipWith({ 'Project.qde': withText(span(6, 10)), 'Sources/A.txt': utf16 }))
  const { body } = await db.textVersion.findFirstOrThrow()
  const { spanStart, spanEnd } = await db.coding.findFirstOrThrow()
  expect(
    Array.from(body)
      .slice(spanStart ?? 0, spanEnd ?? 0)
      .join(''),
  ).toBe('meal')
  expect(body).toBe('a\n🍲\nmeal')
})
