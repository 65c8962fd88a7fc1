import { beforeEach, describe, expect, test } from 'vitest'

import { readCall } from '@/lib/data/calls'
import { writeSearch } from '@/lib/data/submission-search'
import { db } from '@/lib/db'
import { CallDates, CallText } from '@/lib/domain/call-edit'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { closeCall, editCall, openCall } from './call-editing'
import { saveLenses, savePartners, savePrompts } from './call-lists'
import { savePlaces } from './call-places'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})

const read = (version = 1) => ({ callId: scene.call.id, version })
const text = (title: string) =>
  CallText.parse({
    name: 'The call',
    title,
    introduction: 'Why',
    contactEmail: 'call@portal.example',
    minutesNeeded: '10',
  })
const times = (opensAt: string, closesAt: string) => CallDates.parse({ opensAt, closesAt, graceHours: '48' })
const call = async () => {
  const found = await readCall({ id: scene.call.id })
  if (!found) throw new Error('There is no call.')
  return found
}

describe('the call is edited', () => {
  test('and the audit trail names the fields, never the words', async () => {
    expect(value(await editCall(lead, read(), text('Canary')))).toEqual({ version: 2 })
    const entries = await db.auditEntry.findMany()
    expect(entries.map(({ action, details }) => ({ action, details }))).toEqual([
      { action: 'call.edit', details: { fields: ['title', 'introduction'], version: 2 } },
    ])
    expect(await call()).toMatchObject({ title: 'Canary', version: 2 })
  })

  test('saving what stands already changes nothing', async () => {
    value(await editCall(lead, read(), text('New')))
    expect(value(await editCall(lead, read(2), text('New')))).toEqual({ version: 2 })
  })

  test('the second of two who save is told and shown both', async () => {
    const [one, other] = await Promise.all([editCall(lead, read(), text('One')), editCall(lead, read(), text('Two'))])
    const [saved, told] = one.ok ? ['One', other] : ['Two', one]
    const yours = saved === 'One' ? 'Two' : 'One'
    expect(told).toMatchObject({ conflict: { version: 2, changes: [{ label: 'Title', theirs: saved, yours }] } })
    expect((await call()).title).toBe(saved)
  })

  test('by leads only', async () => {
    for (const viewer of [scene.people.wlv.researcher, scene.people.administrator, scene.people.staff]) {
      const attempts = [
        editCall(viewer, read(), text('Mine')),
        openCall(viewer, read()),
        closeCall(viewer, read()),
        savePrompts(viewer, read(), []),
        savePlaces(viewer, read(), []),
      ]
      for (const attempt of attempts) expect(await attempt).toMatchObject({ message: 'There is no such call.' })
    }
    expect([await db.auditEntry.count(), (await call()).version]).toEqual([0, 1])
  })
})

describe('the call opens and closes', () => {
  test('by hand, once it has a closing time that is still to come', async () => {
    expect(await openCall(lead, read())).toMatchObject({ ok: false })
    value(await editCall(lead, read(), times('', '2099-08-08T00:00')))
    value(await openCall(lead, read(2)))
    expect(await openCall(lead, read(3))).toMatchObject({ message: 'The call is open already.' })
    value(await closeCall(lead, read(3)))
    expect(await closeCall(lead, read(4))).toMatchObject({ message: 'The call is not open.' })
    const deeds = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { action: true } })
    expect(deeds.map(deed => deed.action)).toEqual(['call.edit', 'call.open', 'call.close'])
  })

  test('not on what was read before somebody else saved', async () => {
    value(await editCall(lead, read(), times('', '2099-08-08T00:00')))
    expect(await openCall(lead, read())).toMatchObject({ conflict: { version: 2, changes: [] } })
  })
})

const prompt = (id: string, theme: string, remove?: 'yes') => ({
  id,
  theme,
  text: `About ${theme}`,
  position: 1,
  remove,
})

describe('prompts', () => {
  test('are renamed, added and put in another order; keys stay', async () => {
    const [early, anchors] = scene.call.prompts
    value(
      await savePrompts(lead, read(), [
        prompt(anchors?.id ?? '', 'Anchors'),
        prompt('', 'Early'),
        prompt(early?.id ?? '', 'Early response'),
      ]),
    )
    expect((await call()).prompts.map(({ key, theme, position }) => [key, theme, position])).toEqual([
      ['anchors', 'Anchors', 1],
      ['early-2', 'Early', 2],
      ['early', 'Early response', 3],
    ])
  })

  test('that were ticked stay, and nothing else of the save is kept', async () => {
    await makeSubmission(scene)
    const [early, anchors] = scene.call.prompts
    const rows = [prompt(anchors?.id ?? '', 'Renamed'), prompt(early?.id ?? '', 'Early response', 'yes')]
    expect(await savePrompts(lead, read(), rows)).toMatchObject({
      message: '“Early response” is in use, so it cannot be removed.',
    })
    expect((await call()).prompts.map(({ theme }) => theme)).toEqual(['Early response', 'Anchors in the community'])
  })

  test('of another call are not touched', async () => {
    const other = await db.call.create({
      data: {
        slug: 'other',
        name: 'Other',
        title: 'Other',
        introduction: '',
        contactEmail: 'a@b.example',
        prompts: { create: { key: 'theirs', position: 1, text: 'Theirs', theme: 'Theirs' } },
      },
      include: { prompts: true },
    })
    expect(await savePrompts(lead, read(), [prompt(other.prompts[0]?.id ?? '', 'Mine')])).toMatchObject({ ok: false })
    expect(await db.prompt.count({ where: { theme: 'Mine' } })).toBe(0)
  })

  test('cannot come twice, and none is known by the word for none of them', async () => {
    const [early] = scene.call.prompts
    const twice = [prompt(early?.id ?? '', 'One'), prompt(early?.id ?? '', 'Other')]
    expect(await savePrompts(lead, read(), twice)).toMatchObject({ ok: false })
    value(await savePrompts(lead, read(), [prompt('', 'None')]))
    expect((await call()).prompts.map(({ key }) => key)).toContain('none-2')
  })

  test('are at least one, and no two alike; a second saver is shown both', async () => {
    expect(await savePrompts(lead, read(), [])).toMatchObject({ message: 'A call needs at least one prompt.' })
    const [early] = scene.call.prompts
    expect(await savePrompts(lead, read(), [prompt('', 'New'), prompt('', 'new')])).toMatchObject({
      message: '“new” is there twice.',
    })
    expect(await savePrompts(lead, read(99), [prompt(early?.id ?? '', 'Mine')])).toMatchObject({
      conflict: {
        version: 1,
        changes: [
          { label: 'Early response', theirs: 'Early response: Early response', yours: 'Mine: About Mine' },
          { label: 'Anchors in the community', yours: 'Not there' },
        ],
      },
    })
  })
})

test('lenses and partners come, go and exchange names', async () => {
  value(await saveLenses(lead, read(), [{ id: '', label: 'Enterprise', position: 1 }]))
  const partner = (id: string, name: string) => ({ id, name, role: '', url: '', position: 1 })
  value(await savePartners(lead, read(2), [partner('', 'A'), partner('', 'B')]))
  const [a, b] = (await call()).partners
  value(await savePartners(lead, read(3), [partner(a?.id ?? '', 'B'), partner(b?.id ?? '', 'A')]))
  expect((await call()).partners.map(({ id, name }) => [id, name])).toEqual([
    [a?.id, 'B'],
    [b?.id, 'A'],
  ])
})

describe('places', () => {
  const place = (key: string, name: string, parentId = '', remove?: 'yes') => {
    const id = key in scene.places ? scene.places[key as keyof Scene['places']].id : ''
    return { id, name, parentId, position: 1, remove }
  }

  test('are a tree of two levels', async () => {
    const { dudley, rugby, warwickshire } = scene.places
    const rows = [
      place('dudley', 'Dudley'),
      place('warwickshire', 'Warwickshire'),
      place('rugby', 'Rugby', warwickshire.id),
    ]
    value(await savePlaces(lead, read(), [...rows, place('', 'Netherton', dudley.id)]))
    const netherton = (await call()).places.find(({ key }) => key === 'netherton')
    expect(netherton).toMatchObject({ parentKey: 'dudley', kind: 'AUTHORITY', tileColumn: null })
    const circle = [place('rugby', 'Rugby', warwickshire.id), place('warwickshire', 'Warwickshire', rugby.id)]
    for (const wrong of [circle, [place('dudley', 'Dudley', dudley.id)], [place('rugby', 'Rugby', warwickshire.id)]])
      expect(await savePlaces(lead, read(2), wrong)).toMatchObject({ ok: false })
  })

  test('that are named stay; a new name is found by the search', async () => {
    const { id } = await makeSubmission(scene, { place: 'dudley' })
    await db.$transaction(tx => writeSearch(tx, id))
    expect(await savePlaces(lead, read(), [place('dudley', 'Dudley', '', 'yes')])).toMatchObject({
      message: '“Dudley” is in use, so it cannot be removed.',
    })
    value(await savePlaces(lead, read(), [place('dudley', 'Dudleyshire'), place('warwickshire', 'Warwickshire')]))
    const found = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM "Submission" WHERE "search" @@ websearch_to_tsquery('english', 'Dudleyshire')`
    expect(found).toHaveLength(1)
  })
})
