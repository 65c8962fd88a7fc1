import { chromium, type Browser } from '@playwright/test'

import { entries } from '@/prisma/seed/demonstration'
import { chanceOf } from '@/prisma/seed/synthetic/chance'
import { referenceFor } from '@/prisma/seed/synthetic/response'
import { sampleOf } from '@/prisma/seed/synthetic/sample'
import { spanOf, tell, type Story } from '@/prisma/seed/synthetic/story'
import { findChromium } from '@/scripts/chromium'
import { floorOf, keepPlan, runFloor } from './floors'
import type { Ground } from './ground'
import { timed, waited } from './turns'

const words = 20_000
const spans = 2_000
const openings = 7

/**
 * One text of 20,000 words with 2,000 spans, opened in Chromium by a researcher: from the beginning of the navigation until
 * two frames after everything that is coded is there as such, against the statement that gives the text and its spans.
 */
export async function measureLongText(ground: Ground): Promise<void> {
  const { size, say, database } = ground
  const { reference, covered } = await writeLongText(ground)
  const floor = floorOf('long-text', [reference, ground.researchers[0]?.viewer.id])
  const browser = await chromium.launch({ executablePath: findChromium(console.error) })
  try {
    await openOnce(ground, browser, reference, covered) // what is loaded once is not counted
    const [times, bare]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < openings; turn += 1) {
      bare.push(await timed(() => runFloor(database, floor)))
      times.push(await openOnce(ground, browser, reference, covered))
    }
    say({ name: `workspace/long-text-${size}`, value: waited(times).p50, unit: 'ms', floor: waited(bare).p50 })
    say({ name: `workspace/long-text-${size}-p95`, value: waited(times).p95, unit: 'ms', floor: waited(bare).p95 })
  } finally {
    await browser.close()
  }
  await keepPlan(database, floor, size)
}

const glance = 16 // ms: about a frame

// The page's own clock, from its navigation on, is kept two frames after what is marked is as long as wanted. What runs in
// the page names no function: what reads TypeScript here would name it by a helper that the page does not have.
const watch = ({ covered, glance }: { covered: number; glance: number }) => {
  const looking = setInterval(() => {
    const marked = [...document.querySelectorAll('[data-coded]:not([data-coded] [data-coded])')]
    if (marked.reduce((sum, element) => sum + (element.textContent?.length ?? 0), 0) < covered) return
    clearInterval(looking)
    requestAnimationFrame(() => requestAnimationFrame(() => Reflect.set(window, 'paintedAt', performance.now())))
  }, glance)
}

/** A window without a cache of this page, at a desk's size; in milliseconds. */
async function openOnce(
  { researchers, stage }: Ground,
  browser: Browser,
  reference: string,
  covered: number,
): Promise<number> {
  const context = await browser.newContext({ baseURL: stage.portal.origin, viewport: { width: 1280, height: 800 } })
  try {
    const cookie = researchers[0]?.cookie
    if (cookie) await context.addCookies([{ ...cookie, url: stage.portal.origin }])
    const page = await context.newPage()
    await page.addInitScript(watch, { covered, glance })
    await page.goto(`/workspace/submissions/${reference}`, { waitUntil: 'commit' })
    const painted = await page.waitForFunction(() => Number(Reflect.get(window, 'paintedAt') ?? 0), undefined, {
      timeout: 120_000,
    })
    return await painted.jsonValue()
  } finally {
    await context.close()
  }
}

/** Writes the text as the answer of a response of its own, by its reference; what is covered is counted in characters. */
async function writeLongText(ground: Ground): Promise<{ reference: string; covered: number }> {
  const { database, callId, size, researchers } = ground
  const chance = chanceOf(size, 2)
  const story = tell(sampleOf(entries).evidence, chance, { words, lively: false })
  const reference = referenceFor(32_766, size)
  const marks = marksOn(story)
  const codes = await database.query<{ id: string }>(
    'SELECT "id" FROM "Code" WHERE "callId" = $1 AND "retiredAt" IS NULL ORDER BY "position"',
    [callId],
  )
  const [id, textId, versionId] = [chance.id(Date.now()), chance.id(Date.now()), chance.id(Date.now())]
  await database.query(
    `INSERT INTO "Submission" ("id", "callId", "status", "reference", "noticeVersion", "organisationName",
       "organisationType", "practice", "title", "stage", "submittedAt", "updatedAt", "search", "language")
     VALUES ($1, $2, 'SUBMITTED', $3, '2026-11-24', 'A long letter (example)', 'OTHER', 'OWN', 'A long letter', 'CODING',
       now(), now(), to_tsvector('english', $4), 'en')`,
    [id, callId, reference, story.body],
  )
  await database.query(
    `INSERT INTO "Text" ("id", "submissionId", "kind", "field") VALUES ($1, $2, 'ANSWER', 'whatHappened')`,
    [textId, id],
  )
  await database.query('INSERT INTO "TextVersion" ("id", "textId", "number", "body") VALUES ($1, $2, 1, $3)', [
    versionId,
    textId,
    story.body,
  ])
  await database.query(
    `INSERT INTO "Coding" ("id", "submissionId", "codeId", "personId", "textVersionId", "spanStart", "spanEnd")
     SELECT gen_random_uuid(), $1, g.code, g.person, $2, g.start, g.end
     FROM unnest($3::uuid[], $4::uuid[], $5::int[], $6::int[]) AS g(code, person, start, "end")`,
    [
      id,
      versionId,
      marks.map(() => chance.pick(codes.rows).id),
      marks.map(() => chance.pick(researchers).viewer.id),
      marks.map(({ spanStart }) => spanStart),
      marks.map(({ spanEnd }) => spanEnd),
    ],
  )
  return { reference, covered: coveredBy(marks) }
}

/** Spans of six words on end through the whole text, each tenth of them around two others, and each tenth across the next. */
function marksOn(story: Story): { spanStart: number; spanEnd: number }[] {
  const apart = Math.floor(story.words.length / spans)
  return Array.from({ length: spans }, (_, index) => {
    const first = index * apart
    const length = index % 10 === 0 ? apart * 3 : index % 10 === 5 ? apart + 3 : 6
    return spanOf(story, first, Math.min(story.words.length - 1, first + length - 1))
  })
}

function coveredBy(marks: readonly { spanStart: number; spanEnd: number }[]): number {
  let [end, sum] = [0, 0]
  for (const { spanStart, spanEnd } of marks.toSorted((one, other) => one.spanStart - other.spanStart)) {
    sum += Math.max(0, spanEnd - Math.max(spanStart, end))
    end = Math.max(end, spanEnd)
  }
  return sum
}
