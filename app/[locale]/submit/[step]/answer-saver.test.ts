import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { AnswerSaver, type Save, type SaveAnswer, type Unsaved } from './answer-saver'

const conflict = { field: 'title', label: 'Title', value: 'Theirs', words: 'Theirs', version: 7, time: '14:05' }

/** A server that takes everything. */
const takes =
  (time: string) =>
  (save: Save): SaveAnswer => ({
    kind: 'done',
    draft: 'd',
    saved: Object.fromEntries(save.answers.map(({ field, base }) => [field, base + 1])),
    time,
    conflicts: [],
  })

function page(values: Record<string, string> = {}, versions: Record<string, number> = {}) {
  const posted: Save[] = []
  const kept = new Map<string, Unsaved>()
  let respond: (save: Save) => SaveAnswer | Promise<SaveAnswer> = takes('14:02')
  const saver = new AnswerSaver({
    step: 'example',
    writer: 'this-page',
    versions,
    values,
    time: null,
    post: async save => {
      posted.push(save)
      return respond(save)
    },
    store: {
      keep: async (field, unsaved) => void kept.set(field, unsaved),
      drop: async field => void kept.delete(field),
    },
  })
  return { saver, posted, kept, answer: (with_: typeof respond) => (respond = with_) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('what is typed', () => {
  test('is saved after a pause, once, and kept in the browser until then', async () => {
    const { saver, posted, kept } = page()
    saver.change({ title: 'A' })
    saver.change({ title: 'A pantry' })
    expect(kept.get('title')).toMatchObject({ value: 'A pantry', base: 0 })
    expect(saver.state()).toMatchObject({ status: 'saving', time: null })
    await pass(600)
    expect(posted).toMatchObject([{ writer: 'this-page', answers: [{ field: 'title', value: 'A pantry', base: 0 }] }])
    expect(saver.state()).toMatchObject({ status: 'saved', time: '14:02' })
    expect(kept.size).toBe(0)
  })

  test('without a pause is saved every three seconds', async () => {
    const { saver, posted } = page()
    for (let key = 1; key <= 70; key += 1) {
      saver.change({ title: 'A'.repeat(key) })
      await pass(100)
    }
    expect(posted.length).toBe(2)
  })

  test('and not changed is not saved', async () => {
    const { saver, posted } = page({ title: 'A' })
    saver.change({ title: 'A', prompts: [] })
    await pass(5_000)
    expect(posted).toEqual([])
  })

  test('while a save is under way follows it, on top of its version', async () => {
    const { saver, posted, answer } = page()
    let land = () => undefined as void
    answer(
      save =>
        new Promise(resolve => {
          const done = {
            kind: 'done',
            draft: 'd',
            saved: { title: (save.answers[0]?.base ?? 0) + 1 },
            time: '14:02',
            conflicts: [],
          } satisfies SaveAnswer
          land = () => resolve(done)
        }),
    )
    saver.change({ title: 'A' })
    await pass(600)
    saver.change({ title: 'AB' })
    await pass(600)
    expect(posted.length).toBe(1)
    land()
    await pass(0)
    expect(posted[1]).toMatchObject({ answers: [{ value: 'AB', base: 1 }] })
    expect(saver.state().status).toBe('saving')
    land()
    await pass(0)
    expect(saver.state().status).toBe('saved')
    expect((posted[1]?.turn ?? 0) > (posted[0]?.turn ?? 0)).toBe(true)
  })
})

describe('when the line is gone', () => {
  test('typing goes on, it says so, and tries again by itself', async () => {
    const { saver, posted, kept, answer } = page()
    answer(() => ({ kind: 'away' }))
    saver.change({ title: 'A' })
    await pass(600)
    expect(saver.state().status).toBe('away')
    saver.change({ title: 'AB' })
    await pass(700)
    expect(saver.state().status).toBe('away')
    expect(kept.get('title')).toMatchObject({ value: 'AB' })
    answer(takes('14:09'))
    await pass(10_000)
    expect(saver.state()).toMatchObject({ status: 'saved', time: '14:09' })
    expect(posted.at(-1)?.answers).toEqual([{ field: 'title', value: 'AB', base: 0 }])
    expect(kept.size).toBe(0)
  })

  test('what an earlier page left is saved in that page’s name', async () => {
    const { saver, posted } = page()
    saver.adopt('title', { value: 'Left', base: 3, writer: 'earlier-page' })
    await pass(0)
    expect(posted).toMatchObject([{ writer: 'earlier-page', answers: [{ value: 'Left', base: 3 }] }])
    expect(posted[0]?.turn).toBeGreaterThan(1_000_000)
  })

  test('a refusal is no lost line: it says why and stops', async () => {
    const { saver, posted, answer } = page()
    answer(() => ({ kind: 'refused', message: 'closed' }))
    saver.change({ title: 'A' })
    await pass(60_000)
    expect(saver.state()).toMatchObject({ status: 'refused', refusal: 'closed' })
    expect(posted.length).toBe(1)
  })
})

describe('an answer that another page changed', () => {
  async function contested() {
    const opened = page({ title: 'Old' }, { title: 6 })
    opened.answer(() => ({ kind: 'done', draft: 'd', saved: {}, time: '14:06', conflicts: [conflict] }))
    opened.saver.change({ title: 'Mine' })
    await pass(600)
    opened.answer(takes('14:07'))
    return opened
  }

  test('waits for a choice, and other fields go on being saved', async () => {
    const { saver, posted } = await contested()
    expect(saver.state()).toMatchObject({ status: 'saving', conflicts: [conflict] })
    saver.change({ title: 'Mine too', prompts: ['anchors'] })
    await pass(3_000)
    expect(posted.at(-1)?.answers.map(({ field }) => field)).toEqual(['prompts'])
  })

  test('mine goes on top of theirs', async () => {
    const { saver, posted, kept } = await contested()
    saver.choose(conflict, 'mine')
    await pass(0)
    expect(posted.at(-1)?.answers).toEqual([{ field: 'title', value: 'Mine', base: 7 }])
    expect(saver.state()).toMatchObject({ status: 'saved', conflicts: [] })
    expect(kept.size).toBe(0)
  })

  test('theirs is left as it is', async () => {
    const { saver, posted, kept } = await contested()
    saver.choose(conflict, 'theirs')
    await pass(3_000)
    expect(posted.length).toBe(1)
    expect(kept.size).toBe(0)
    expect(saver.pageState().versions.title).toBe(7)
  })
})
