import { newRespondent, giveEvidence, wholeResponse, type Respondent } from '@/e2e/http-respondent'
import type { Line } from '@/e2e/http-line'
import { cloneDrafts, draftAtCheck } from './drafts'
import { percentile, type Figure } from './figure'
import { peakWhile, residentMemory } from './memory'
import { rateAndFloor, type Span } from './rate'
import { scriptBytes } from './script-bytes'
import { onStage, type Stage } from './stage'
import { uploadsAtOnce } from './uploads'
import { measureSaving, measureSending } from './writing'

type Say = (figure: Figure) => void

const crowds = [1, 8, 50]
const span: Span = { warm: 4, counted: 20 }
const stepsShown = ['open', 'organisation', 'place', 'example', 'story', 'material', 'contact', 'check']

/** Giving evidence: whole responses, the save of one answer, the final sending, uploads, and the script of a step. */
export function measureWizard(say: Say): Promise<void> {
  return onStage(async stage => {
    await measureScript(stage, say)
    await measureUploads(stage, say)
    for (const hands of crowds) await measureResponses(stage, hands, say)
    const template = await draftAtCheck(stage, newcomer(stage.line(1)))
    for (const hands of [8, 50]) {
      say(await measureSaving(stage, await cloneDrafts(stage.database, template, 200), hands))
      say(await measureSending(stage, await cloneDrafts(stage.database, template, 6_000), hands))
    }
  })
}

let respondents = 0

/** Somebody from a network that nobody came from before. */
function newcomer(line: Line): Respondent {
  respondents += 1
  return newRespondent(line, respondents)
}

async function measureResponses(stage: Stage, hands: number, say: Say): Promise<void> {
  const line = stage.line(hands)
  const references: string[] = []
  const waits = new Map<string, number[]>(stepsShown.map(step => [step, []]))
  const respond = async () => {
    const respondent = newcomer(line)
    const waited = (step: string, ms: number) => waits.get(step)?.push(ms)
    references.push(await giveEvidence(respondent, wholeResponse(respondents), waited))
  }
  const { value, floor } = await rateAndFloor(respond, () => bareResponse(stage.bare), hands, span)
  say({ name: `wizard/whole-responses-${hands}`, value, unit: 'responses/s', floor })
  for (const [step, ms] of waits)
    for (const hundredths of [50, 95, 99])
      say({ name: `wizard/step-${step}-${hands}-p${hundredths}`, value: percentile(ms, hundredths), unit: 'ms' })
  say({ name: `wizard/lost-${hands}`, value: await lost(stage, references), unit: 'responses' })
}

/** As many bare pages and one-row inserts as a response has questions and answers. */
async function bareResponse(bare: Line): Promise<void> {
  for (let step = 0; step < 7; step += 1) {
    await bare.ask({ path: '/', headers: { accept: 'text/html' } })
    const body = JSON.stringify({ body: 'Six of us opened the old shop as a pantry, three mornings a week.' })
    await bare.ask({ method: 'POST', path: '/api/insert', type: 'application/json', body })
  }
}

/** References that a respondent was shown and the database does not hold once. */
async function lost({ database }: Stage, references: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ reference: string }>(
    `SELECT "reference" FROM "Submission" WHERE "status" IN ('SUBMITTED', 'QUARANTINED') AND "reference" = ANY($1)`,
    [references],
  )
  return references.length - rows.length
}

async function measureScript(stage: Stage, say: Say): Promise<void> {
  const bare = await scriptBytes(stage.bare, ['/'])
  const line = stage.line(2)
  const step = await scriptBytes(line, ['/submit/organisation'])
  for (const kind of ['gzip', 'brotli'] as const)
    say({ name: `wizard/script-above-bare-${kind}`, value: (step[kind] - bare[kind]) / 1024, unit: 'kB' })
  for (const kind of ['gzip', 'brotli'] as const)
    say({ name: `wizard/script-${kind}`, value: step[kind] / 1024, unit: 'kB', floor: bare[kind] / 1024 })
}

async function measureUploads(stage: Stage, say: Say): Promise<void> {
  const pid = stage.portal.process.pid
  if (pid === undefined || residentMemory(pid) === null) return
  const line = stage.line(20)
  await uploadsAtOnce(line, newcomer, 2) // what is loaded once is not counted
  const idle = residentMemory(pid) ?? 0
  const peak = await peakWhile(pid, () => uploadsAtOnce(line, newcomer, 20))
  say({ name: 'wizard/memory-idle', value: idle, unit: 'MB' })
  say({ name: 'wizard/memory-20-uploads-above-idle', value: peak - idle, unit: 'MB' })
}
