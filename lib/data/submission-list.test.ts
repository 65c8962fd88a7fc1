import { beforeEach, describe, expect, test } from 'vitest'

import { writeSearch } from '@/lib/data/submission-search'
import { db } from '@/lib/db'
import { emptyFilter, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { listSubmissions, submissionsPerPage } from './submission-list'

let scene: Scene
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
})

const firstPage = { after: null, before: null }

async function list(filter: Partial<SubmissionFilter>, page: Parameters<typeof listSubmissions>[3] = firstPage) {
  const found = await listSubmissions(scene.people.wlv.researcher, scene.call.id, { ...emptyFilter, ...filter }, page)
  if (!found) throw new Error('Refused.')
  return found
}
const titles = async (filter: Partial<SubmissionFilter>) => (await list(filter)).rows.map(row => row.title).sort()

describe('the list shows what the filter lets through', () => {
  beforeEach(async () => {
    const kitchen = await makeSubmission(scene, { title: 'Kitchen', shortlisted: false, place: 'rugby' })
    const hub = await makeSubmission(scene, {
      title: 'Hub',
      type: 'MUTUAL_AID',
      place: 'warwickshire',
      communities: ['Carers', 'Older people'],
    })
    const line = await makeSubmission(scene, { title: 'Line', organisation: 'Phone Friends (example)' })
    await db.submission.update({ where: { id: kitchen.id }, data: { stage: 'CODING' } })
    await db.submissionPlace.create({ data: { submissionId: hub.id, placeId: scene.places.rugby.id } })
    await db.submissionPrompt.create({ data: { submissionId: line.id, promptId: scene.call.prompts[1]?.id ?? '' } })
    await db.assignment.createMany({
      data: [
        { submissionId: hub.id, personId: scene.people.bvsc.researcher.id },
        { submissionId: line.id, personId: scene.people.wlv.researcher.id },
      ],
    })
    await db.text.create({
      data: {
        submissionId: line.id,
        kind: 'ANSWER',
        field: 'whatHappened',
        versions: { create: { number: 1, body: 'We telephoned older neighbours every morning.' } },
      },
    })
    for (const { id } of [kitchen, hub, line]) await db.$transaction(tx => writeSearch(tx, id))
  })

  test.each([
    [{}, ['Hub', 'Kitchen', 'Line']],
    [{ stage: ['CODING'] }, ['Kitchen']],
    [{ stage: ['CODING', 'NEW'], type: ['FAITH'] }, ['Kitchen', 'Line']],
    [{ place: ['rugby', 'dudley'] }, ['Hub', 'Kitchen', 'Line']],
    [{ type: ['MUTUAL_AID'] }, ['Hub']],
    [{ community: ['Carers', 'Women'] }, ['Hub']],
    [{ community: ['Women'] }, []],
    [{ theme: ['anchors'] }, ['Line']],
    [{ place: ['rugby'] }, ['Hub', 'Kitchen']],
    [{ place: ['dudley'] }, ['Line']],
    [{ decision: ['NONE'] }, ['Kitchen']],
    [{ decision: ['NONE', 'SHORTLISTED'] }, ['Hub', 'Kitchen', 'Line']],
    [{ decision: ['SHORTLISTED'] }, ['Hub', 'Line']],
    [{ team: ['bvsc'] }, ['Hub']],
    [{ mine: true }, ['Line']],
    [{ mine: true, team: ['bvsc'] }, []],
    [{ q: 'neighbour telephones' }, ['Line']],
    [{ q: '"phone friends"' }, ['Line']],
    [{ q: 'rugby' }, ['Hub', 'Kitchen']],
    [{ q: `'; DROP TABLE "Submission" --` }, []],
    [{ q: 'the' }, []],
  ] satisfies [Partial<SubmissionFilter>, string[]][])('%j', async (filter, expected) => {
    expect(await titles(filter)).toEqual(expected)
  })

  test('a place stands for those that it holds, and counts a submission that names both once', async () => {
    const { rows, counts, total } = await list({ place: ['warwickshire'] })
    expect(rows.map(row => row.title).sort()).toEqual(['Hub', 'Kitchen'])
    expect(total).toBe(2)
    expect(counts.place).toEqual({ warwickshire: 2, rugby: 2, dudley: 1 })
  })

  test('each value of a filter says how many it would show, beside the other filters', async () => {
    const { counts } = await list({ stage: ['NEW'], decision: ['SHORTLISTED'] })
    expect(counts.stage).toEqual({ NEW: 2 })
    expect(counts.decision).toEqual({ SHORTLISTED: 2 })
    expect(counts.type).toEqual({ MUTUAL_AID: 1, FAITH: 1 })
  })

  test('by the beginning of a reference', async () => {
    const [first] = (await list({})).rows
    const beginning = first?.reference.slice(0, 9).toLowerCase() ?? ''
    expect((await list({ q: beginning })).rows.map(row => row.reference)).toContain(first?.reference)
    expect(await titles({ q: 'wm-zzzz' })).toEqual([])
  })
})

test('drafts, withdrawn submissions and those of another call never show', async () => {
  const { id } = await makeSubmission(scene, { title: 'Taken back' })
  await db.submission.update({ where: { id }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
  await db.submission.create({ data: { callId: scene.call.id, noticeVersion: '1', title: 'Draft' } })
  const other = await db.call.create({
    data: { slug: 'other', name: 'Other', title: 'Other', introduction: '', contactEmail: 'a@b.example' },
  })
  const { id: elsewhere } = await makeSubmission(scene, { title: 'Elsewhere' })
  await db.submission.update({ where: { id: elsewhere }, data: { callId: other.id } })
  const { rows, total, counts } = await list({})
  expect({ rows, total, stage: counts.stage, place: counts.place }).toEqual({
    rows: [],
    total: 0,
    stage: {},
    place: {},
  })
})

test('a row says what is needed and nothing personal', async () => {
  const { id, reference } = await makeSubmission(scene)
  await db.contactDetails.create({
    data: { submissionId: id, name: 'Canary Person', email: 'canary@respondent.example', telephone: '07700 900999' },
  })
  await db.assignment.create({ data: { submissionId: id, personId: scene.people.bvsc.lead.id } })
  await db.comment.create({ data: { submissionId: id, authorId: scene.people.bvsc.lead.id, body: 'Canary remark' } })
  const { rows } = await list({})
  expect(rows).toEqual([
    {
      reference,
      title: 'A kitchen for everyone',
      organisationName: 'Hope House (example)',
      places: ['Dudley'],
      stage: 'NEW',
      decision: 'SHORTLISTED',
      assignees: [{ name: 'bvsc-lead', team: 'bvsc' }],
      tags: 0,
      codings: 0,
      language: null,
      excerpt: null,
      senders: 1,
      comments: 1,
      submittedAt: expect.any(String),
      unseenCorrection: false,
    },
  ])
  expect(JSON.stringify(rows).toLowerCase()).not.toContain('canary')
})

test('pages go by key: none twice, none left out, and back again, also where many came at one moment', async () => {
  const sentAt = (index: number) => new Date(Date.UTC(2026, 6, 1 + Math.floor(index / 40)))
  for (let index = 0; index < submissionsPerPage * 2 + 7; index += 1) {
    const { id } = await makeSubmission(scene, { title: `Number ${index}` })
    await db.submission.update({ where: { id }, data: { submittedAt: sentAt(index) } })
  }
  const first = await list({})
  const second = await list({}, { after: first.older, before: null })
  const third = await list({}, { after: second.older, before: null })
  const seen = [...first.rows, ...second.rows, ...third.rows].map(row => row.reference)
  expect([first, second, third].map(page => page.rows.length)).toEqual([submissionsPerPage, submissionsPerPage, 7])
  expect(new Set(seen).size).toBe(first.total)
  expect([first.newer, third.older]).toEqual([null, null])
  const times = [...first.rows, ...second.rows, ...third.rows].map(row => row.submittedAt)
  expect(times).toEqual(times.toSorted().reverse())

  const back = await list({}, { after: null, before: third.newer })
  expect(back.rows).toEqual(second.rows)
  const start = await list({}, { after: null, before: back.newer })
  expect(start.rows).toEqual(first.rows)
  expect(start.newer).toBeNull()
})

test('only researchers and leads see the list', async () => {
  for (const viewer of [scene.people.staff, scene.people.administrator])
    expect(await listSubmissions(viewer, scene.call.id, emptyFilter, firstPage)).toBeNull()
})
