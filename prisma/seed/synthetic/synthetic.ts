import { record } from '@/lib/data/audit'
import { readCall } from '@/lib/data/calls'
import { formVersionFor, readFormVersion } from '@/lib/data/form-versions'
import { writeSearch } from '@/lib/data/submission-search'
import { db } from '@/lib/db'
import { entries } from '@/prisma/seed/demonstration'
import { gatherCrew, type Crew } from './crew'
import { mostTurns, referenceFor, responseOf, seeds } from './response'
import { addRows, insertRows, noRows, type Rows, type Setting } from './rows'
import { sampleOf, type Sample } from './sample'
import { workOn } from './work'

/** How many of what was written. */
export type Made = { submissions: number; codings: number; comments: number; doubleCoded: number }

/**
 * `first` is the turn of the seed to begin with (0): a portal that holds turns 0 to 999 already is filled up with 1000.
 * `progress` hears how many have been written so far.
 */
export type Wish = {
  submissions: number
  seed: number
  first?: number
  now: Date
  progress?: (written: number) => void
}

const batch = 500
// two at once: the database writes one while the next is made
const hands = 2

/**
 * Writes synthetic evidence, and the work of researchers on it, into the current call: the same for the same seed but for
 * times, which count back from `now`, and people. It passes every check of the database, and is found, hashed and audited
 * as what respondents send. Throws a sentence where there is no call, or the turns of this seed are there already.
 */
export async function writeSynthetic(wish: Wish): Promise<Made> {
  const { submissions, seed, first = 0, progress } = wish
  if (seed < 0 || seed >= seeds || first + submissions > mostTurns)
    throw new Error(`A seed is a number from 0 to ${seeds - 1}, and makes ${mostTurns} submissions at most.`)
  const sample = sampleOf(entries)
  const { setting, crew } = await settle(sample)
  const taken = await db.submission.count({
    where: { reference: { in: [0, 1, 2, 3, 4].map(step => referenceFor(seed, first + step)) } },
  })
  if (taken > 0) throw new Error(`What seed ${seed} makes is here already: give another with --seed.`)
  const sum: Made = { submissions: 0, codings: 0, comments: 0, doubleCoded: 0 }
  let next = first
  const hand = async () => {
    while (next < first + submissions) {
      const from = next
      next = Math.min(first + submissions, from + batch)
      const rows = rowsOf({ sample, crew, setting, wish }, from, next)
      await write(rows)
      sum.submissions += rows.Submission.length
      sum.codings += rows.Coding.length
      sum.comments += rows.Comment.length
      sum.doubleCoded += rows.Submission.filter(({ doubleCodedAt }) => doubleCodedAt).length
      progress?.(sum.submissions)
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  await writeDown(setting.callId, crew, seed, sum)
  return sum
}

type Means = { sample: Sample; crew: Crew; setting: Setting; wish: Wish }

function rowsOf({ sample, crew, setting, wish: { seed, now } }: Means, from: number, to: number): Rows {
  const rows = noRows()
  for (let turn = from; turn < to; turn += 1) {
    const response = responseOf(sample, { seed, turn, now })
    addRows(rows, setting, response, workOn(sample, crew, response, seed))
  }
  return rows
}

/** All of a batch or nothing of it. */
async function write(rows: Rows): Promise<void> {
  await db.$transaction(
    async tx => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      await insertRows(tx, rows)
      await writeSearch(
        tx,
        ...rows.Submission.flatMap(({ id, status }) => (typeof id === 'string' && status !== 'DRAFT' ? id : [])),
      )
    },
    { timeout: 300_000, maxWait: 60_000 },
  )
}

async function settle(sample: Sample): Promise<{ setting: Setting; crew: Crew }> {
  const call = await readCall({ isCurrent: true })
  if (!call) throw new Error('There is no current call: start the portal once, which makes one.')
  const crew = await gatherCrew(call.id, sample)
  const [enterer] = crew.researchers
  if (!enterer) throw new Error('There is no researcher.')
  const formVersionId = await formVersionFor(call)
  const setting = {
    callId: call.id,
    form: await readFormVersion(formVersionId),
    formVersionId,
    enteredBy: enterer.id,
    placesByName: new Map(call.places.map(({ name, id, key }) => [name, { id, key }])),
    promptsByKey: new Map(call.prompts.map(({ key, id }) => [key, id])),
  }
  return { setting, crew }
}

async function writeDown(callId: string, { leads }: Crew, seed: number, made: Made): Promise<void> {
  await db.$transaction(async tx => {
    const { submissions, codings, doubleCoded } = made
    const details = { seed, submissions, codings }
    await record(tx, { actor: 'portal', action: 'call.generate', thing: { kind: 'call', id: callId }, callId, details })
    const [lead] = leads
    if (!lead || doubleCoded === 0) return
    const draw = {
      callId,
      personId: lead.id,
      share: 20,
      seed: String(seed),
      assigned: submissions,
      doubled: doubleCoded,
    }
    await tx.codingDraw.create({ data: draw })
  })
}
