import { newRespondent, post, send, wholeResponse } from '@/e2e/http-respondent'
import type { Draft, Template } from './drafts'
import type { Figure } from './figure'
import { rateAndFloor } from './rate'
import type { Stage } from './stage'

type Drafts = { drafts: Draft[]; template: Template }

const text = (wholeResponse(1).story ?? []).map(([, value]) => value)

/** The save of one answer of a draft, as a page saves it, against the same row by the driver. */
export async function measureSaving(stage: Stage, { drafts }: Drafts, hands: number): Promise<Figure> {
  const line = stage.line(hands)
  let turn = 0
  const next = () => {
    turn += 1
    const draft = drafts[turn % drafts.length]
    if (!draft) throw new Error('There is no draft to save to.')
    return { draft, value: `${text[0]} ${turn}` }
  }
  const writer = 'measured-page-1'
  const save = async () => {
    const { draft, value } = next()
    const respondent = newRespondent(line, turn)
    respondent.cookies.set('draft', draft.token)
    const answers = [{ field: 'whatHappened', value, base: 1 }]
    const answer = await post(respondent, '/api/draft/answers', { writer, turn, step: 'story', answers })
    if (answer.status !== 200 || !answer.body.includes('whatHappened')) throw new Error(`A save got ${answer.status}.`)
  }
  const bare = async () => {
    const { draft, value } = next()
    await ask(stage, '/api/save', { submissionId: draft.id, field: 'whatHappened', value, writer: `${writer}:${turn}` })
  }
  // once each, so that the page's later saves go on from its own
  const first = drafts.map(({ id }) => id)
  await stage.database.query(
    `UPDATE "DraftAnswer" SET "writer" = $2 WHERE "field" = 'whatHappened' AND "submissionId" = ANY($1)`,
    [first, `${writer}:0`],
  )
  const measured = await rateAndFloor(save, bare, hands, { warm: 2, counted: 8 })
  return { name: `wizard/save-answer-${hands}`, unit: 'requests/s', ...measured }
}

/** The sending of a whole draft, as the check page's button does it without script, against the same rows by the driver. */
export async function measureSending(stage: Stage, { drafts, template }: Drafts, hands: number): Promise<Figure> {
  const line = stage.line(hands)
  const call = await choicesOf(stage)
  const take = () => {
    const draft = drafts.pop()
    if (!draft) throw new Error('There were too few drafts to send.')
    return draft
  }
  const sendOne = async () => {
    const { token } = take()
    const respondent = newRespondent(line, 1_000_000 + hands * 100_000 + drafts.length)
    respondent.cookies.set('draft', token)
    const answer = await send(respondent, '/submit/check', template.fields, { follow: false })
    if (answer.status !== 303) throw new Error(`A sending got ${answer.status}.`)
  }
  const bare = async () => {
    const { id } = take()
    await ask(stage, '/api/send', { id, ...call, network: '192.0.2.1', texts: text })
  }
  const measured = await rateAndFloor(sendOne, bare, hands, { warm: 1, counted: 4 })
  return { name: `wizard/send-response-${hands}`, unit: 'requests/s', ...measured }
}

async function ask({ bare }: Stage, path: string, given: object): Promise<void> {
  const answer = await bare.ask({ method: 'POST', path, type: 'application/json', body: JSON.stringify(given) })
  if (answer.status !== 200) throw new Error(`The bare ${path} answered ${answer.status}.`)
}

/** The current call, and as many of its places and prompts as a response names. */
async function choicesOf({ database }: Stage): Promise<{ callId: string; places: string[]; prompts: string[] }> {
  const { rows } = await database.query<{ callId: string; places: string[]; prompts: string[] }>(
    `SELECT c."id" AS "callId",
       (SELECT array_agg(p."id") FROM (SELECT "id" FROM "Place" WHERE "callId" = c."id" LIMIT 2) p) AS places,
       (SELECT array_agg(p."id") FROM (SELECT "id" FROM "Prompt" WHERE "callId" = c."id" LIMIT 2) p) AS prompts
     FROM "Call" c WHERE c."isCurrent"`,
  )
  if (!rows[0]) throw new Error('The demonstration has no current call.')
  return rows[0]
}
