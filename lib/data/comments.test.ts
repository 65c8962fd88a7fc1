import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { editComment, listComments, resolveThread, writeComment } from './comments'

let scene: Scene
let reference: string
let elsewhere: string
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  reference = (await makeSubmission(scene)).reference ?? ''
  elsewhere = (await makeSubmission(scene)).reference ?? ''
})

const write = (body: string, parentId: string | null = null, viewer = scene.people.wlv.researcher) =>
  writeComment(viewer, { reference, parentId, body })
const threads = () => listComments(scene.people.wlv.researcher, reference)

describe('comments', () => {
  test('stand in threads one level deep', async () => {
    const first = value(await write('First'))
    const reply = value(await write('Reply', first.id, scene.people.bvsc.researcher))
    await write('Reply to the reply', reply.id)
    await write('Second')
    expect((await threads()).map(thread => [thread.body, thread.replies.map(answer => answer.body)])).toEqual([
      ['First', ['Reply', 'Reply to the reply']],
      ['Second', []],
    ])
    expect(await db.auditEntry.count({ where: { action: 'comment.write' } })).toBe(4)
  })

  test('never keep their words in the audit trail', async () => {
    await write('Canary')
    expect(JSON.stringify(await db.auditEntry.findMany({ select: { details: true } }))).not.toContain('Canary')
  })

  test('answer no comment of another submission', async () => {
    const foreign = value(
      await writeComment(scene.people.wlv.researcher, { reference: elsewhere, parentId: null, body: 'There' }),
    )
    expect(await write('Here', foreign.id)).toMatchObject({ message: 'There is no such comment.' })
    expect(await threads()).toEqual([])
  })

  test('are not for others', async () => {
    for (const viewer of [scene.people.staff, scene.people.administrator]) {
      expect(await write('No', null, viewer)).toMatchObject({ message: 'There is no such submission.' })
      expect(await listComments(viewer, reference)).toEqual([])
    }
  })
})

describe('a comment is edited', () => {
  const edit = (commentId: string, version: number, body: string, viewer = scene.people.wlv.researcher) =>
    editComment(viewer, { reference, commentId, version, body })

  test('by who wrote it, and says so', async () => {
    const { id } = value(await write('Frist'))
    expect(value(await edit(id, 1, 'First'))).toMatchObject({ body: 'First', version: 2, editedAt: expect.any(String) })
    expect(await db.auditEntry.count({ where: { action: 'comment.edit' } })).toBe(1)
  })

  test('but not by others, leads too, nor by way of another submission', async () => {
    const { id } = value(await write('Mine'))
    const attempts = [
      edit(id, 1, 'Theirs', scene.people.wlv.lead),
      edit(id, 1, 'Theirs', scene.people.administrator),
      editComment(scene.people.wlv.researcher, { reference: elsewhere, commentId: id, version: 1, body: 'Mine' }),
    ]
    for (const attempt of attempts) expect(await attempt).toMatchObject({ message: 'There is no such comment.' })
    expect((await threads())[0]).toMatchObject({ body: 'Mine', version: 1 })
  })

  test('and in two windows at once, the second is shown both', async () => {
    const { id } = value(await write('Mine'))
    value(await edit(id, 1, 'One'))
    expect(await edit(id, 1, 'Two')).toMatchObject({
      conflict: { version: 2, changes: [{ label: 'Comment', theirs: 'One', yours: 'Two' }] },
    })
  })
})

describe('a thread', () => {
  test('is resolved and opened again by anyone who researches', async () => {
    const { id } = value(await write('Question'))
    const resolve = (resolved: boolean) =>
      resolveThread(scene.people.bvsc.researcher, { reference, commentId: id, resolved })
    await Promise.all([resolve(true), resolve(true)])
    expect((await threads())[0]?.resolved).toMatchObject({ by: 'bvsc-researcher' })
    value(await resolve(false))
    expect((await threads())[0]?.resolved).toBeNull()
    expect(await db.auditEntry.count({ where: { action: 'comment.resolve' } })).toBe(1)
  })

  test('but a reply is none, nor is one of another submission', async () => {
    const { id } = value(await write('Question'))
    const reply = value(await write('Answer', id))
    const { researcher } = scene.people.wlv
    for (const attempt of [
      resolveThread(researcher, { reference, commentId: reply.id, resolved: true }),
      resolveThread(researcher, { reference: elsewhere, commentId: id, resolved: true }),
      resolveThread(scene.people.staff, { reference, commentId: id, resolved: true }),
    ])
      expect(await attempt).toMatchObject({ message: 'There is no such comment.' })
  })
})
