import { request } from 'node:http'

import type { Line } from './http-line'
import { newRespondent, post, requestHeaders, type Respondent } from './http-respondent'

/** The fields that are typed, by their steps. */
const typedFields = {
  organisation: ['organisationName', 'practiceOf'],
  place: ['neighbourhood', 'places'],
  example: ['title'],
  story: ['whatHappened', 'difference', 'learned'],
  material: ['links'],
  contact: ['contactName', 'telephone', 'bestTimes'],
} as const
type Step = keyof typeof typedFields
const steps = Object.keys(typedFields).filter((name): name is Step => name in typedFields)
const lists: readonly string[] = ['places', 'links']

type Value = string | string[]

/** One try of a page to save one field. `number` counts the page's tries; `version` is there once it was acknowledged. */
export type Try = { page: string; number: number; field: string; value: Value; base: number; version?: number }

/** All that happened to one draft: what its pages tried, and the token by which it is found. */
export type History = { token: string; tries: Try[]; conflicts: number; cuts: number; faults: number }

/** A page that somebody types on: its name, what it knows of each field, and what still waits to be saved. */
type Page = {
  name: string
  respondent: Respondent
  versions: Map<string, number>
  waiting: Map<string, Value>
  step: Step
  tries: number
}

type Chance = { random: () => number; text: () => string }

/** Somebody, or two at once, typing into one draft until all that they typed is acknowledged. */
export async function typeDraft(line: Line, number: number, chance: Chance): Promise<History> {
  const history: History = { token: '', tries: [], conflicts: 0, cuts: 0, faults: 0 }
  const first = newPage(newRespondent(line, number), `page-${number}-first`)
  await typeSome(first, history, chance, 2)
  history.token = first.respondent.cookies.get('draft') ?? ''
  const pages = [first]
  if (chance.random() < 0.5) {
    const other = newRespondent(line, number + 500_000)
    other.cookies.set('draft', history.token)
    pages.push(newPage(other, `page-${number}-second`))
  }
  await Promise.all(pages.map(page => typeSome(page, history, chance, 3 + Math.floor(chance.random() * 6))))
  return history
}

function newPage(respondent: Respondent, name: string): Page {
  return { name, respondent, versions: new Map(), waiting: new Map(), step: 'organisation', tries: 0 }
}

async function typeSome(page: Page, history: History, chance: Chance, edits: number): Promise<void> {
  for (let edit = 0; edit < edits; edit += 1) {
    page.step = steps[Math.floor(chance.random() * steps.length)] ?? 'story'
    type(page, chance)
    // the connection is cut in the middle of some saves: the page goes on typing, and saves again
    if (page.respondent.cookies.has('draft') && chance.random() < 0.25) {
      await cutOff(page, history, chance.random() * 25)
      if (chance.random() < 0.5) type(page, chance)
    }
    await saveUntilKept(page, history, chance)
    await pause(chance.random() * 250)
  }
}

/** Types into one to all of the step's fields. No two texts are the same. */
function type(page: Page, { random, text }: Chance): void {
  const fields = typedFields[page.step]
  const some = fields.filter(() => random() < 0.6)
  for (const field of some.length > 0 ? some : fields.slice(0, 1)) {
    page.tries += 1
    const typed = `${text()} ${page.name} ${page.tries}`
    page.waiting.set(field, lists.includes(field) ? [typed, text()] : typed)
  }
}

/** Writes down what is tried now, and gives the body of the request. */
function begin(page: Page, history: History): { tries: Try[]; json: object } {
  const tries = [...page.waiting].map(([field, value]) => {
    page.tries += 1
    return { page: page.name, number: page.tries, field, value, base: page.versions.get(field) ?? 0 }
  })
  history.tries.push(...tries)
  const answers = tries.map(({ field, value, base }) => ({ field, value, base }))
  return { tries, json: { writer: page.name, turn: page.tries, step: page.step, answers } }
}

async function saveUntilKept(page: Page, history: History, chance: Chance): Promise<void> {
  for (const patience = Date.now() + 120_000; page.waiting.size > 0;) {
    if (Date.now() > patience) throw new Error(`${page.name} could not save for two minutes.`)
    const { tries, json } = begin(page, history)
    const answer = await post(page.respondent, '/api/draft/answers', json).catch(() => null)
    if (answer?.status === 200) take(page, history, chance, { tries, said: JSON.parse(answer.body) as Said })
    else if (answer && answer.status < 500) throw new Error(`A save got ${answer.status}: ${answer.body}`)
    else {
      history.faults += 1
      await pause(100 + chance.random() * 200)
    }
  }
}

type Said = { saved: Record<string, number>; conflicts: { field: string; value: Value; version: number }[] }

/** What was acknowledged is kept, and may be forgotten here; where another page was first, its text is chosen, or this page's again. */
function take(page: Page, history: History, { random }: Chance, { tries, said }: { tries: Try[]; said: Said }): void {
  for (const one of tries) {
    const version = said.saved[one.field]
    if (version === undefined) continue
    one.version = version
    page.versions.set(one.field, version)
    page.waiting.delete(one.field)
  }
  for (const { field, version } of said.conflicts) {
    history.conflicts += 1
    page.versions.set(field, version)
    if (random() < 0.5) page.waiting.delete(field)
  }
}

/** Sends a save and cuts the connection before its answer is heard. */
async function cutOff(page: Page, history: History, after: number): Promise<void> {
  const { json } = begin(page, history)
  history.cuts += 1
  const body = JSON.stringify(json)
  await new Promise<void>(resolve => {
    const asked = request(`${page.respondent.line.origin}/api/draft/answers`, {
      method: 'POST',
      agent: false,
      headers: {
        ...requestHeaders(page.respondent),
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    })
    asked.on('error', () => undefined)
    asked.on('close', resolve)
    asked.end(body, () => setTimeout(() => asked.destroy(), after))
    setTimeout(() => asked.destroy(), 1_000)
  })
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
