import { expect, test } from '@playwright/test'

import { openLine } from './http-line'
import { killable, killAndRevive } from './kills'
import { expectWhole, freePort, openDatabase, startPortal, testDataDir, type Portal } from './portal'
import { randomFrom, randomTexts } from './random-text'
import { typeDraft, type History } from './typist'
import { wrongsOf } from './word-check'

const drafts = process.env.LONG ? 1_000 : 50
const atOnce = 10
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

/** Whoever is free takes the next draft, until none is left. */
async function typeAll(origin: string): Promise<History[]> {
  const texts = randomTexts(seed, 500)
  const line = openLine(origin, { sockets: 2 * atOnce, patience: 20_000 })
  const histories: History[] = []
  let number = 0
  const hand = async () => {
    while (number < drafts) {
      number += 1
      const random = randomFrom(seed + number)
      const text = () => texts[Math.floor(random() * texts.length)] ?? ''
      histories.push(await typeDraft(line, number, { random, text }))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, hand)).finally(line.close)
  return histories
}

/** Kills something every few seconds, until told that it is enough. */
function killAtRandom(first: Portal): { enough(): Promise<{ portal: Portal; kills: number }> } {
  const random = randomFrom(seed)
  let stopped = false
  const killing = (async () => {
    let portal = first
    let kills = 0
    while (!stopped) {
      await new Promise(resolve => setTimeout(resolve, 1_500 + random() * 4_000))
      if (stopped) break
      portal = await killAndRevive(portal, killable[kills % killable.length] ?? 'both')
      kills += 1
    }
    return { portal, kills }
  })()
  return {
    enough() {
      stopped = true
      return killing
    },
  }
}

const sum = (histories: readonly History[], of: (history: History) => number) =>
  histories.reduce((total, history) => total + of(history), 0)

test(`${drafts} drafts keep every acknowledged word, through kills and cut lines @long`, async () => {
  test.setTimeout(drafts * 6_000)
  console.log(`The seed of this run is ${seed}: SEED=${seed} types the same again.`)
  const portal = await startPortal({ dataDir: testDataDir('words', { fresh: true }), port: await freePort() })
  const killing = killAtRandom(portal)
  let alive = portal
  try {
    const histories = await typeAll(portal.origin)
    const { portal: revived, kills } = await killing.enough()
    alive = revived
    const saves = sum(histories, ({ tries }) => tries.filter(({ version }) => version !== undefined).length)
    const [cuts, conflicts, faults] = [
      sum(histories, h => h.cuts),
      sum(histories, h => h.conflicts),
      sum(histories, h => h.faults),
    ]
    console.log(
      `${saves} answers acknowledged; ${kills} kills, ${cuts} cut lines, ${faults} refusals, ${conflicts} conflicts.`,
    )
    const database = await openDatabase(alive.dataDir)
    const wrongs: string[] = []
    for (const history of histories) wrongs.push(...(await wrongsOf(database, history)))
    await database.end()
    expect(wrongs, `with the seed ${seed}`).toEqual([])
    expect(kills).toBeGreaterThan(0)
    expect(conflicts).toBeGreaterThan(0)
    await expectWhole(alive.dataDir)
  } finally {
    alive = (await killing.enough().catch(() => ({ portal: alive }))).portal
    await alive.stop()
  }
})
