import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { sendMail } from '@/lib/jobs/send-mail'
import { approve, value, versionOf, writeCaseStudy } from '@/lib/testing/case-study-deeds'
import { makePerson, makeScene, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { withdrawCaseStudy } from './releases'
import { deleteSearch, listSearches, mailSearch, saveSearch } from './saved-searches'
import { findsToSend, tellOfFinds } from './search-mails'

let scene: Scene
let owner: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  owner = scene.people.staff
})

const save = async (query: string, name = 'Food', mail = true) =>
  value(await saveSearch(owner, scene.call.id, { name, query, mail })).id

async function approved(title: string, decisionArea = 'Food') {
  const written = await writeCaseStudy(scene, {}, { title, decisionArea })
  await approve(scene, written.id)
  return written
}

const mails = () => db.mail.findMany({ where: { key: { startsWith: 'finds:' } }, orderBy: { createdAt: 'asc' } })
const jobs = () =>
  db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'tell-finds'`
const said = async () => Promise.all((await mails()).map(mail => findsToSend(mail.key)))

describe('a saved search', () => {
  test('is its owner’s alone', async () => {
    const id = await save('area=Food')
    const other = await makePerson('second-staff', 'WMCA_STAFF', null)
    expect(await listSearches(owner, scene.call.id)).toEqual([{ id, name: 'Food', query: 'area=Food', mail: true }])
    expect(await listSearches(other, scene.call.id)).toEqual([])
    expect(await mailSearch(other, { id, mail: false })).toMatchObject({ ok: false })
    expect(await deleteSearch(other, id)).toMatchObject({ ok: false })
    expect(await saveSearch(owner, scene.call.id, { name: 'Food', query: '', mail: false })).toMatchObject({
      ok: false,
    })
    value(await deleteSearch(owner, id))
    expect(await listSearches(owner, scene.call.id)).toEqual([])
  })
})

describe('mails about what is new', () => {
  test('tell once, in one mail, of all that was approved since and matches', async () => {
    await approved('Before it')
    await save('area=Food')
    await save('area=Housing', 'Housing')
    await approved('A larder')
    await approved('A stove')
    await approved('A house', 'Housing')
    await approved('A bus', 'Transport')
    expect(await jobs()).toHaveLength(1)
    await tellOfFinds(owner.id)
    await tellOfFinds(owner.id)
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail?.toAddress).toBe('staff@portal.example')
    expect(mail?.body).not.toMatch(/larder/i)
    const [text = ''] = await said()
    for (const title of ['A larder', 'A stove', 'A house']) expect(text).toContain(title)
    for (const title of ['Before it', 'A bus']) expect(text).not.toContain(title)
    expect(text).toContain('{origin}/library?area=Housing')
  })

  test('say nothing of what is gone when they go out, and do not go where nothing is left', async () => {
    await save('')
    const { id } = await approved('A larder')
    await tellOfFinds(owner.id)
    value(await withdrawCaseStudy(scene.people.wlv.lead, await versionOf(id)))
    expect(await said()).toEqual([null])
    const [mail] = await mails()
    await sendMail({ id: mail?.id }, { job: { attempts: 1, max_attempts: 12 } } as Parameters<typeof sendMail>[1])
    expect(await mails()).toEqual([])
  })

  test('do not come once they are stopped, also after one is queued, nor to an account that is disabled', async () => {
    const id = await save('')
    await approved('A larder')
    await tellOfFinds(owner.id)
    value(await mailSearch(owner, { id, mail: false }))
    expect(await said()).toEqual([null])
    value(await mailSearch(owner, { id, mail: true }))
    await db.person.update({ where: { id: owner.id }, data: { disabledAt: new Date() } })
    expect(await said()).toEqual([null])
    await approved('A stove')
    await tellOfFinds(owner.id)
    expect(await mails()).toHaveLength(1)
  })

  test('are not asked for by a search without them', async () => {
    await save('', 'Quiet', false)
    await approved('A larder')
    expect(await jobs()).toEqual([])
    await tellOfFinds(owner.id)
    expect(await mails()).toEqual([])
  })
})
