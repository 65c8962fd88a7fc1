import type { Browser, Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { killable, killAndRevive, type Killable } from './kills'
import { expectWhole, freePort, openDatabase, startPortal, testDataDir, type Portal } from './portal'
import { answerStep, referenceShown, stepOf, type Example } from './respondent'

const rounds = process.env.LONG ? 50 : 5

/** A person who, whenever a page fails, opens the form again and goes on where it lets them. */
async function persevere(page: Page, origin: string, example: Example): Promise<string> {
  for (const patience = Date.now() + 90_000; Date.now() < patience;) {
    try {
      await page.goto(`${origin}/submit`, { timeout: 5_000 })
      while (stepOf(page) !== 'done') await answerStep(page, example)
      return await referenceShown(page)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 250))
    }
  }
  throw new Error(`${example.organisation} could not send in 90 seconds.`)
}

async function oneRound(
  browser: Browser,
  portal: Portal,
  round: number,
): Promise<{ reference: string; portal: Portal }> {
  const context = await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': `10.9.${round}.1` } })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const example = { organisation: `Killed in round ${round} (example)` }
  const sending = persevere(page, portal.origin, example)
  const what = killable[round % 3] ?? 'both'
  const [reference, revived] = await Promise.all([sending, laterKilled(portal, what)])
  await context.close()
  return { reference, portal: revived }
}

async function laterKilled(portal: Portal, what: Killable): Promise<Portal> {
  await new Promise(resolve => setTimeout(resolve, Math.random() * 3_000))
  return killAndRevive(portal, what)
}

test(`what was sent stays sent, through ${rounds} kills @long`, async ({ browser }) => {
  test.setTimeout(rounds * 60_000)
  let portal = await startPortal({ dataDir: testDataDir('kills', { fresh: true }), port: await freePort() })
  const references: string[] = []
  try {
    for (let round = 1; round <= rounds; round++) {
      const done = await oneRound(browser, portal, round)
      portal = done.portal
      references.push(done.reference)
    }
    const database = await openDatabase(portal.dataDir)
    const { rows } = await database.query<{ reference: string }>(
      `SELECT reference FROM "Submission" WHERE "organisationName" LIKE 'Killed in round %' AND status = 'SUBMITTED'`,
    )
    await database.end()
    await expectWhole(portal.dataDir)
    expect(rows.map(row => row.reference).sort()).toEqual(references.sort())
  } finally {
    await portal.stop()
  }
})
