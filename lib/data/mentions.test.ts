import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { value } from '@/lib/testing/case-study-deeds'
import { makePerson, makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'

import { editComment, writeComment } from './comment-writing'
import { listComments } from './comments'
import { dropOldDigests, requeueTelling, tellOfMentions, tellOfReleased } from './mention-digests'
import { listMentions, listNamesOffered, markSeen } from './mentions'

let scene: Scene
let reference: string
let author: Viewer
let beth: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  reference = (await makeSubmission(scene, { title: 'A kitchen' })).reference ?? ''
  author = scene.people.wlv.researcher
  const { id } = await makePerson('beth', 'RESEARCHER', scene.people.bvsc.team)
  await db.person.update({ where: { id }, data: { name: 'Beth Osei' } })
  beth = { ...scene.people.bvsc.researcher, id, name: 'Beth Osei', email: 'beth@portal.example' }
})

const write = (body: string, by = author, of = reference) => writeComment(by, { reference: of, parentId: null, body })
const named = async () =>
  (await db.mention.findMany({ select: { person: { select: { name: true } } } })).map(({ person }) => person.name).toSorted() // prettier-ignore
const jobs = () =>
  db.$queryRaw<{ id: string; soon: boolean }[]>`
    SELECT payload ->> 'id' AS id, j.run_at < now() + interval '9 minutes' AS soon
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'tell-mentions'`

describe('whom a comment names', () => {
  test('is a person, or everyone of a team who has an account, each once and never the author', async () => {
    await db.person.update({ where: { id: scene.people.bvsc.lead.id }, data: { disabledAt: new Date() } })
    value(await write('@bvsc and @Beth Osei, @wlv-researcher and @staff: look, @admin'))
    expect(await named()).toEqual(['Beth Osei', 'bvsc-researcher'])
    value(await write('@Team wlv?'))
    expect(await named()).toEqual(['Beth Osei', 'bvsc-researcher', 'wlv-lead'])
  })

  test('stays so when it is edited, and grows', async () => {
    const { id } = value(await write('@Beth Osei'))
    await db.mention.updateMany({ data: { toldAt: new Date() } })
    value(await editComment(author, { reference, commentId: id, version: 1, body: '@Beth Osei, @bvsc-lead' }))
    value(await editComment(author, { reference, commentId: id, version: 2, body: '@coventry-lead' }))
    expect(await named()).toEqual(['Beth Osei', 'bvsc-lead', 'coventry-lead'])
    expect(await db.mention.count({ where: { toldAt: { not: null } } })).toBe(1)
  })

  test('is set off in what is shown', async () => {
    value(await write('Ask @beth osei, not @nobody or @staff'))
    const [mine] = await listComments(author, reference)
    const [hers] = await listComments(beth, reference)
    expect(mine).toMatchObject({ mentions: [{ start: 4, end: 14, you: false }], unseen: false })
    expect(hers).toMatchObject({ mentions: [{ start: 4, end: 14, you: true }], unseen: true })
  })

  test('is offered to who may comment, and to nobody else', async () => {
    const offered = (await listNamesOffered(author, reference))?.map(({ written }) => written)
    expect(offered).toContain('Beth Osei')
    expect(offered).toContain('bvsc')
    expect(offered).not.toContain('staff')
    for (const viewer of [scene.people.staff, scene.people.administrator])
      expect(await listNamesOffered(viewer, reference)).toBeNull()
    expect(await listNamesOffered(author, 'WM-0000-0000')).toBeNull()
    await db.submission.updateMany({ data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    expect(await listNamesOffered(author, reference)).toBeNull()
  })
})

describe('my work', () => {
  test('lists what names the viewer until they have seen it', async () => {
    const { id } = value(await write('@Beth Osei, which?'))
    const { mentions, count } = await listMentions(beth, scene.call.id)
    expect({ mentions, count }).toMatchObject({
      count: 1,
      mentions: [{ commentId: id, reference, title: 'A kitchen', by: { name: 'wlv-researcher', team: 'wlv' } }],
    })
    expect(await listMentions(author, scene.call.id)).toEqual({ mentions: [], count: 0 })
    const elsewhere = (await makeSubmission(scene)).reference ?? ''
    expect(await markSeen(beth, elsewhere, [id])).toBe(0)
    expect(await markSeen(author, reference, [id])).toBe(0)
    expect(await markSeen(beth, reference, [id])).toBe(1)
    expect(await markSeen(beth, reference, [id])).toBe(0)
    expect((await listMentions(beth, scene.call.id)).count).toBe(0)
    expect((await listComments(beth, reference))[0]).toMatchObject({ unseen: false })
  })

  test('says nothing of what was withdrawn, nor to who may not read it', async () => {
    value(await write('@Beth Osei'))
    expect((await listMentions({ ...beth, role: 'WMCA_STAFF', team: null }, scene.call.id)).count).toBe(0)
    await db.submission.updateMany({ data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    expect((await listMentions(beth, scene.call.id)).count).toBe(0)
  })
})

describe('the mail that tells of it', () => {
  const mails = () => db.mail.findMany({ orderBy: { createdAt: 'asc' } })

  test('gathers what comes within ten minutes of the first, and goes once', async () => {
    const other = (await makeSubmission(scene, { title: 'A garden' })).reference ?? ''
    value(await write('@Beth Osei CANARY'))
    value(await write('@bvsc CANARY', scene.people.coventry.lead, other))
    value(await write('@Beth Osei again CANARY'))
    expect((await jobs()).filter(({ id }) => id === beth.id)).toEqual([{ id: beth.id, soon: false }])
    await Promise.all([tellOfMentions(beth.id), tellOfMentions(beth.id)])
    await tellOfMentions(beth.id)
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      toAddress: beth.email,
      subject: 'You were mentioned in 3 comments',
      submissionId: null,
    })
    expect(mail?.body).toContain(`A kitchen (${reference})\n2 comments by wlv-researcher (wlv):\n{origin}/workspace/`)
    expect(mail?.body).toContain(`A garden (${other})\nA comment by coventry-lead (coventry):`)
    expect(mail?.body).not.toContain('CANARY')
    value(await write('@Beth Osei, later'))
    await tellOfMentions(beth.id)
    expect(await mails()).toHaveLength(2)
  })

  test('passes over what was seen meanwhile, and what was withdrawn', async () => {
    const { id } = value(await write('@Beth Osei'))
    await markSeen(beth, reference, [id])
    await tellOfMentions(beth.id)
    value(await write('@Beth Osei, again'))
    await db.submission.updateMany({ data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
    await tellOfMentions(beth.id)
    expect(await mails()).toEqual([])
  })

  test.each([
    ['a disabled account', { disabledAt: new Date() }],
    ['who researches no more', { role: 'WMCA_STAFF', teamId: null } as const],
  ])('is not sent to %s', async (_, change) => {
    value(await write('@Beth Osei'))
    await db.person.update({ where: { id: beth.id }, data: change })
    await tellOfMentions(beth.id)
    expect(await mails()).toEqual([])
  })

  test('is not there when its transaction failed', async () => {
    value(await write('@Beth Osei'))
    await db.$executeRaw`ALTER TABLE "Mention" ADD CONSTRAINT "no_telling" CHECK ("toldAt" IS NULL)`
    try {
      await expect(tellOfMentions(beth.id)).rejects.toThrow()
    } finally {
      await db.$executeRaw`ALTER TABLE "Mention" DROP CONSTRAINT "no_telling"`
    }
    expect(await mails()).toEqual([])
    await tellOfMentions(beth.id)
    expect(await mails()).toHaveLength(1)
  })

  test('waits for what is held back until it is released', async () => {
    const { id } = await db.submission.update({
      where: { reference },
      data: { blind: true, doubleCodedAt: new Date() },
    })
    await db.assignment.create({ data: { submissionId: id, personId: author.id, double: true } })
    value(await write('@Beth Osei'))
    expect(await jobs()).toEqual([])
    await tellOfMentions(beth.id)
    expect(await mails()).toEqual([])
    expect((await listMentions(beth, scene.call.id)).count).toBe(0)
    const [held] = await db.comment.findMany()
    expect(await markSeen(beth, reference, [held?.id ?? ''])).toBe(0)
    await db.$transaction(async tx => {
      await tx.submission.update({ where: { id }, data: { blind: false } })
      await tx.comment.updateMany({ data: { held: false } })
      await tellOfReleased(tx, id)
    })
    expect(await jobs()).toMatchObject([{ id: beth.id }])
    await tellOfMentions(beth.id)
    expect(await mails()).toHaveLength(1)
  })

  test('is queued again where its job was lost', async () => {
    value(await write('@Beth Osei'))
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await requeueTelling()
    expect(await jobs()).toEqual([])
    await db.mention.updateMany({ data: { createdAt: new Date(Date.now() - 12 * 60_000) } })
    await requeueTelling()
    expect(await jobs()).toEqual([{ id: beth.id, soon: true }])
  })

  test('is deleted before what it names must be gone', async () => {
    value(await write('@Beth Osei'))
    await tellOfMentions(beth.id)
    const days = (count: number) => new Date(Date.now() + count * 86_400_000)
    expect(await dropOldDigests(days(28))).toBe(0)
    expect(await dropOldDigests(days(30))).toBe(1)
    expect(await mails()).toEqual([])
  })
})

test('everything that a portal must keep is kept', async () => {
  value(await write('@Beth Osei @wlv-researcher @bvsc'))
  const found = await broken(async statement => ({ rows: await db.$queryRawUnsafe<unknown[]>(statement) }))
  expect(found.filter(name => /mention|comment|held/.test(name))).toEqual([])
})
