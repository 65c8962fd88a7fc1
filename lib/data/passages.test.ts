import { beforeEach, describe, expect, test } from 'vitest'

import { readGridPage, exportGrid } from '@/lib/data/grid'
import { exportPassages, listPassages, passagesPerPage } from '@/lib/data/passages'
import { readProgress } from '@/lib/data/progress'
import { recentChanges } from '@/lib/data/recent-changes'
import { db } from '@/lib/db'
import { readGrid, type GridView } from '@/lib/domain/grid-columns'
import type { PassageFilter } from '@/lib/domain/passage-filter'
import type { Viewer } from '@/lib/domain/person'
import { emptyFilter } from '@/lib/domain/submission-filter'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { collect, makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'

// beyond the first plane, and letters of two code points: spans count code points
const body = '👩🏽‍🍳 Café cooked for everyone. We telephoned older neighbours.'
const at = (words: string) => {
  const start = Array.from(body.slice(0, body.indexOf(words))).length
  return { start, end: start + Array.from(words).length }
}

let scene: Scene
let id: string
let textVersionId: string
let codes: { food: string; cooking: string; phone: string }
let by: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  by = scene.people.bvsc.researcher
  id = (await makeSubmission(scene, { title: 'Kitchen' })).id
  textVersionId = await makeAnswer(id, body)
  const food = await makeCode(scene, 'Food')
  codes = { food, cooking: await makeCode(scene, 'Cooking', food), phone: await makeCode(scene, 'Telephone') }
  await makeCoding(
    { submissionId: id, codeId: codes.cooking, by, memo: 'Note' },
    { textVersionId, ...at('Café cooked') },
  )
  await makeCoding({ submissionId: id, codeId: codes.phone, by }, { textVersionId, ...at('telephoned') })
})

const all: PassageFilter = { codes: [], below: true, all: false, by: [], which: null, within: emptyFilter }
async function list(filter: Partial<PassageFilter>, range = {}, viewer: Viewer = scene.people.wlv.researcher) {
  const found = await listPassages(viewer, scene.call.id, { ...all, ...filter }, range)
  if (!found) throw new Error('Refused.')
  return found
}
const quoted = async (filter: Partial<PassageFilter>, viewer?: Viewer) =>
  (await list(filter, {}, viewer)).rows.map(row => row.quotation)

describe('passages', () => {
  test('stand in their text, told by code points', async () => {
    const { rows, total, submissions } = await list({})
    expect([total, submissions]).toEqual([2, 1])
    expect(rows[0]).toMatchObject({
      before: '👩🏽‍🍳 ',
      quotation: 'Café cooked',
      after: ' for everyone. We telephoned older neighbours.',
      field: 'What happened?',
      code: { name: 'Cooking' },
      coder: { name: by.name, team: 'bvsc' },
      memo: 'Note',
    })
  })

  test('of a code with what lies below it or without, of any or of all that overlap', async () => {
    expect(await quoted({ codes: [codes.food] })).toEqual(['Café cooked'])
    expect(await quoted({ codes: [codes.food], below: false })).toEqual([])
    expect(await quoted({ codes: [codes.food, codes.phone] })).toEqual(['Café cooked', 'telephoned'])
    expect(await quoted({ codes: [codes.food, codes.phone], all: true })).toEqual([])
    await makeCoding({ submissionId: id, codeId: codes.phone, by }, { textVersionId, ...at('cooked') })
    expect(await quoted({ codes: [codes.food, codes.phone], all: true })).toEqual(['Café cooked', 'cooked'])
  })

  test('by who coded, originals or agreed, and in the submissions of a filter', async () => {
    const lead = scene.people.wlv.lead
    await makeCoding(
      { submissionId: id, codeId: codes.food, by: lead, agreed: true },
      { textVersionId, ...at('everyone') },
    )
    expect(await quoted({ which: 'AGREED' })).toEqual(['everyone'])
    expect(await quoted({ which: 'ORIGINAL' })).toEqual(['Café cooked', 'telephoned'])
    expect(await quoted({ by: [lead.id] })).toEqual(['everyone'])
    expect(await quoted({ within: { ...emptyFilter, place: ['rugby'] } })).toEqual([])
    expect(await quoted({ within: { ...emptyFilter, place: ['dudley'] } })).toHaveLength(3)
  })

  test('page by page, none twice and none left out', async () => {
    for (let index = 0; index < passagesPerPage + 5; index += 1)
      await makeCoding({ submissionId: id, codeId: codes.food, by }, { textVersionId, start: index, end: index + 3 })
    const first = await list({})
    const second = await list({}, { after: first.older })
    const seen = [...first.rows, ...second.rows].map(row => row.id)
    expect([new Set(seen).size, seen.length, second.older]).toEqual([passagesPerPage + 7, passagesPerPage + 7, null])
    expect((await list({}, { before: second.newer })).rows).toEqual(first.rows)
  })

  test('that are coded blind are shown to their coder alone', async () => {
    await makeBlind(id, by, scene.people.coventry.researcher)
    expect(await quoted({}, by)).toHaveLength(2)
    for (const viewer of [scene.people.coventry.researcher, scene.people.wlv.lead]) {
      const { rows, total, submissions } = await list({}, {}, viewer)
      expect([rows, total, submissions]).toEqual([[], 0, 0])
      const lines = await exportPassages(viewer, scene.call.id, all)
      expect(lines && (await collect(lines))).toHaveLength(1)
    }
    expect(await listPassages(scene.people.staff, scene.call.id, all, {})).toBeNull()
  })
})

describe('the grid', () => {
  const view = (asked: Record<string, string | string[]>): GridView => readGrid(asked, { codes: Object.values(codes) })
  const page = async (asked: Record<string, string | string[]>, viewer = scene.people.wlv.researcher) => {
    const found = await readGridPage(viewer, scene.call.id, emptyFilter, view(asked))
    if (!found) throw new Error('Refused.')
    return found.rows
  }

  test('has the columns and codes that are asked for, sorted', async () => {
    await makeSubmission(scene, { title: 'Another', organisation: 'Zoo (example)' })
    const asked = {
      column: ['organisation', 'whatHappened', 'places'],
      codes: [codes.food],
      sort: 'title',
      order: 'up',
    }
    expect(await page(asked)).toEqual([
      {
        reference: expect.any(String),
        title: 'Another',
        cells: ['Zoo (example)', 'Dudley', ''],
        codes: [{ count: 0, passage: '' }],
      },
      {
        reference: expect.any(String),
        title: 'Kitchen',
        cells: ['Hope House (example)', 'Dudley', body],
        codes: [{ count: 1, passage: 'Café cooked' }],
      },
    ])
    expect((await page({ ...asked, order: 'down' })).map(({ title }) => title)).toEqual(['Kitchen', 'Another'])
  })

  test('tells nothing that is coded blind, in its file neither', async () => {
    await makeBlind(id, by, scene.people.coventry.researcher)
    const asked = { codes: [codes.food], cells: 'passage' }
    expect((await page(asked))[0]?.codes).toEqual([{ count: 0, passage: '' }])
    expect((await page(asked, by))[0]?.codes).toEqual([{ count: 1, passage: 'Café cooked' }])
    const lines = await exportGrid(scene.people.wlv.lead, scene.call.id, emptyFilter, view(asked))
    expect(lines && (await collect(lines)).join('')).not.toContain('Café')
  })
})

test('what changed on my submissions is told in words, and nothing that is blind', async () => {
  const mine = scene.people.coventry.researcher
  await db.assignment.create({ data: { submissionId: id, personId: mine.id } })
  await db.comment.create({ data: { submissionId: id, authorId: by.id, body: 'x' } })
  const told = async () =>
    (await recentChanges(mine, scene.call.id)).map(({ who, what }) => `${who} ${what}`).toSorted()
  expect(await told()).toEqual([`${by.name} made 2 codings`, `${by.name} wrote a comment`])
  await makeBlind(id, by, mine)
  await db.comment.updateMany({ data: { held: true } })
  expect(await told()).toEqual([])
})

test('progress counts each stage, for a team what is assigned to its people', async () => {
  await db.assignment.create({ data: { submissionId: id, personId: by.id } })
  await makeSubmission(scene, { title: 'Free' })
  const progress = await readProgress(by, scene.call.id)
  expect(progress).toMatchObject({
    all: { NEW: 2, CODING: 0 },
    unassigned: 1,
    teams: [{ mine: true, counts: { NEW: 1 } }],
  })
  expect((await readProgress(scene.people.wlv.lead, scene.call.id))?.teams).toHaveLength(3)
  expect(await readProgress(scene.people.staff, scene.call.id)).toBeNull()
})
