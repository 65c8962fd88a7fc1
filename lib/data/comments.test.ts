import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { value } from '@/lib/testing/case-study-deeds'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'

import { editComment, resolveThread, writeComment } from './comment-writing'
import { listComments } from './comments'

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

describe('a comment on words', () => {
  const body = 'We cooked 🍲 and 👩🏽‍🌾 grew. Cafe\u0301!'
  const author = () => scene.people.wlv.researcher

  /** A text with its versions, the last one standing; answers their ids. */
  async function makeText(of: string, bodies: string[], madeAt: Date[] = []) {
    const submission = await db.submission.findUniqueOrThrow({ where: { reference: of } })
    const text = await db.text.create({
      data: {
        submissionId: submission.id,
        kind: 'ANSWER',
        field: 'whatHappened',
        versions: {
          create: bodies.map((each, at) => ({
            number: at + 1,
            body: each,
            ...(madeAt[at] ? { createdAt: madeAt[at] } : {}),
          })),
        },
      },
      select: { versions: { select: { id: true }, orderBy: { number: 'asc' } } },
    })
    return text.versions.map(({ id }) => id)
  }
  const on = (textVersionId = '', start = 0, end = 0, parentId: string | null = null) =>
    writeComment(author(), { reference, parentId, body: 'Which?', span: { textVersionId, start, end } })

  test('quotes them, in code points', async () => {
    const [id] = await makeText(reference, [body])
    const span = { textVersionId: id, start: 3, end: 11, quotation: 'cooked 🍲' }
    expect(value(await on(id, 3, 11)).span).toEqual(span)
    expect((await threads())[0]?.span).toEqual(span)
  })

  test.each([
    ['nothing', 3, 3, 'Select the words that your comment is about.'],
    ['backwards', 5, 3, 'Select the words that your comment is about.'],
    ['a space', 2, 3, 'Select the words that your comment is about.'],
    ['no number', Number.NaN, 3, 'Select the words that your comment is about.'],
    ['before the text', -1, 3, 'The selection reaches beyond the text. Select the words again.'],
    ['beyond the text', 3, 300, 'The selection reaches beyond the text. Select the words again.'],
    ['half a farmer', 16, 18, 'The selection cuts a character in two. Select whole characters.'],
    ['an e without its accent', 27, 31, 'The selection cuts a character in two. Select whole characters.'],
  ])('is refused on %s', async (_, start, end, message) => {
    const [id] = await makeText(reference, [body])
    expect(await on(id, start, end)).toMatchObject({ ok: false, message })
    expect(await db.comment.count()).toBe(0)
  })

  test('is refused on an older version than the one that stands', async () => {
    const [old, now] = await makeText(reference, ['We cooked.', 'We cooked twice.'])
    expect(await on(old, 0, 2)).toMatchObject({ message: expect.stringContaining('has corrected this text since') })
    value(await on(now, 0, 2))
  })

  test('stands on the version that is pinned while two code it', async () => {
    const day = 86_400_000
    const before = new Date(Date.now() - 2 * day)
    const [pinned, now] = await makeText(reference, ['We cooked.', 'We cooked twice.'], [before, new Date()])
    await db.submission.update({ where: { reference }, data: { doubleCodedAt: new Date(Date.now() - day) } })
    value(await on(pinned, 0, 2))
    expect(await on(now, 0, 2)).toMatchObject({ ok: false })
  })

  test('is refused on the text of another submission, and on one that is not there', async () => {
    const [foreign] = await makeText(elsewhere, [body])
    for (const id of [foreign, '019341a0-0000-7000-8000-000000000000'])
      expect(await on(id, 0, 2)).toMatchObject({ message: 'There is no such text.' })
  })

  test('is refused in a reply', async () => {
    const [id] = await makeText(reference, [body])
    const thread = value(await write('First'))
    expect(await on(id, 0, 2, thread.id)).toMatchObject({ message: expect.stringContaining('none of its own') })
  })

  test('goes on as one on the submission, once a correction took the words away', async () => {
    const [id] = await makeText(reference, [body])
    value(await on(id, 0, 2))
    await db.comment.updateMany({ data: { textVersionId: null, spanStart: null, spanEnd: null } })
    expect((await threads())[0]).toMatchObject({ body: 'Which?', span: null })
  })
})

describe('what is sent again because its answer was lost', () => {
  test('is written once', async () => {
    const [first, again] = [value(await write('Lost')), value(await write('Lost'))]
    expect(again.id).toBe(first.id)
    value(await write('Lost', null, scene.people.bvsc.researcher))
    value(await write('Lost', first.id))
    expect(await db.comment.count()).toBe(3)
    await db.comment.updateMany({ data: { createdAt: new Date(Date.now() - 600_000) } })
    value(await write('Lost'))
    expect(await db.comment.count()).toBe(4)
  })

  test('is edited once', async () => {
    const { id } = value(await write('Frist'))
    const edit = () => editComment(scene.people.wlv.researcher, { reference, commentId: id, version: 1, body: 'First' })
    value(await edit())
    expect(value(await edit())).toMatchObject({ version: 2 })
    expect(await db.auditEntry.count({ where: { action: 'comment.edit' } })).toBe(1)
  })
})

describe('while two code a submission blind', () => {
  const coder = () => scene.people.wlv.researcher
  const other = () => scene.people.bvsc.researcher

  async function codeBlind() {
    const { id } = await db.submission.update({
      where: { reference },
      data: { blind: true, doubleCodedAt: new Date() },
    })
    const people = [coder(), other()]
    await db.assignment.createMany({ data: people.map(({ id: personId }) => ({ submissionId: id, personId, double: true })) }) // prettier-ignore
    return id
  }
  const seenBy = async (viewer = other()) => (await listComments(viewer, reference)).map(thread => thread.body)

  test('what either writes is shown to nobody else, leads too', async () => {
    await codeBlind()
    expect(value(await write('Mine', null, coder()))).toMatchObject({ held: true })
    expect(value(await write('Open', null, scene.people.wlv.lead))).toMatchObject({ held: false })
    expect(await seenBy(coder())).toEqual(['Mine', 'Open'])
    for (const viewer of [other(), scene.people.wlv.lead, scene.people.coventry.lead])
      expect(await seenBy(viewer)).toEqual(['Open'])
    await db.comment.updateMany({ data: { held: false } })
    expect(await seenBy()).toEqual(['Mine', 'Open'])
  })

  test('nor can it be answered, resolved or edited by its id', async () => {
    await codeBlind()
    const { id } = value(await write('Mine', null, coder()))
    for (const viewer of [other(), scene.people.wlv.lead])
      for (const attempt of [
        write('Answer', id, viewer),
        resolveThread(viewer, { reference, commentId: id, resolved: true }),
        editComment(viewer, { reference, commentId: id, version: 1, body: 'Theirs' }),
      ])
        expect(await attempt).toMatchObject({ message: 'There is no such comment.' })
  })

  test('a held answer in an open thread is not shown either', async () => {
    await codeBlind()
    const { id } = value(await write('Open', null, scene.people.wlv.lead))
    value(await write('Held', id, coder()))
    expect((await listComments(other(), reference))[0]?.replies).toEqual([])
    expect((await listComments(coder(), reference))[0]?.replies).toMatchObject([{ body: 'Held' }])
  })

  test('what others have read already is not rewritten', async () => {
    const { id } = value(await write('Before', null, coder()))
    await codeBlind()
    const edit = { reference, commentId: id, version: 1, body: 'What I think of it' }
    expect(await editComment(coder(), edit)).toMatchObject({ message: expect.stringContaining('Write a new comment') })
    expect(await seenBy()).toEqual(['Before'])
  })
})
