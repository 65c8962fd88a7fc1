import { createHash } from 'node:crypto'

import { bareText } from '@/lib/domain/campaign'
import { referenceOf } from '@/lib/domain/reference'
import type { Stage, Status } from '@/lib/domain/submission'
import type { DemonstrationEntry } from '@/prisma/seed/demonstration/entry'
import type { Chance } from './chance'
import { sentence } from './language'
import { chanceFor, type Sample } from './sample'
import { tell, type Story } from './story'

/** A text of a response with its first version. `story` knows where its words stand. */
export type SyntheticText = { id: string; versionId: string; field: string; story: Story; createdAt: Date }

/** One response of nobody, as it was sent. Its turn among all of its seed decides everything but the times, which count back from `now`. */
export type SyntheticResponse = {
  turn: number
  id: string
  reference: string
  status: Status
  stage: Stage
  entry: DemonstrationEntry
  sentAt: Date
  withdrawnAt: Date | null
  organisationName: string
  practiceOf: string | null
  neighbourhood: string | null
  title: string
  places: string[]
  prompts: string[]
  texts: SyntheticText[]
  textHash: string
  contact: { name: string | null; email: string | null; telephone: string | null; bestTimes: string | null } | null
}

const day = 86_400_000
/** Turns of one seed; beyond them the next seed's references begin. */
export const mostTurns = 1 << 20
export const seeds = 1 << 15
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference that no other turn of any seed has: the turn's number, scattered over all of them (an odd factor is a bijection modulo 2³⁵). */
export function referenceFor(seed: number, turn: number): string {
  let number = ((BigInt(seed) * BigInt(mostTurns) + BigInt(turn)) * 28_629_151_013n + 7_919n) % (1n << 35n)
  let seven = ''
  for (let place = 0; place < 7; place += 1) {
    seven += alphabet.charAt(Number(number % 32n))
    number /= 32n
  }
  return referenceOf(seven)
}

/** What somebody sent on some turn. Now and then it is the text of the turn before: a campaign. */
export function responseOf(sample: Sample, given: { seed: number; turn: number; now: Date }): SyntheticResponse {
  const { seed, turn, now } = given
  const chance = chanceFor(seed, turn, 'said')
  const entry = chance.pick(sample.entries)
  const drawn = statusBy(chance)
  // somebody of the staff entered it: no draft of theirs is left lying, and nobody took them for a machine
  const status = entry.taken && drawn !== 'WITHDRAWN' ? 'SUBMITTED' : drawn
  const stage = status === 'SUBMITTED' ? entry.stage : 'NEW'
  // what was worked on came two days ago at the latest: the work fits between
  const age = stage === 'NEW' ? 0.2 + 38 * chance.next() : 2 + 38 * chance.next()
  const sentAt = new Date(now.getTime() - day * age)
  // what was withdrawn a month ago would be erased while somebody looks at it
  const withdrawnAt = new Date(now.getTime() - day * Math.min(age, 20) * chance.next())
  const texts = storiesOf(sample, chanceFor(seed, isCampaign(turn) ? turn - 1 : turn, 'told')).map(
    ({ field, story }) => ({
      id: chance.id(sentAt.getTime()),
      versionId: chance.id(sentAt.getTime()),
      field,
      story,
      createdAt: sentAt,
    }),
  )
  const body = (field: string) => texts.find(text => text.field === field)?.story.body ?? ''
  const bare = bareText({
    whatHappened: body('whatHappened'),
    difference: body('difference'),
    learned: body('learned'),
  })
  return {
    turn,
    id: chance.id(sentAt.getTime()),
    reference: referenceFor(seed, turn),
    status,
    stage,
    entry,
    sentAt,
    withdrawnAt: status === 'WITHDRAWN' ? withdrawnAt : null,
    organisationName: `${nameOf(sample, chance)} (example)`,
    practiceOf: entry.practice.kind === 'ELSEWHERE' ? `${nameOf(sample, chance)} (example)` : null,
    neighbourhood: entry.neighbourhood ? chance.pick(sample.neighbourhoods) : null,
    title: titleOf(sample, chance),
    places: chance.happens(0.5) ? entry.places : chance.pick(sample.entries).places,
    prompts: entry.prompts,
    texts,
    textHash: createHash('sha256').update(bare).digest('hex'),
    contact: contactOf(sample, chance, { entry, status, turn }),
  }
}

function statusBy(chance: Chance): Status {
  const drawn = chance.next()
  if (drawn < 0.02) return 'DRAFT'
  if (drawn < 0.03) return 'QUARANTINED'
  return drawn < 0.045 ? 'WITHDRAWN' : 'SUBMITTED'
}

const isCampaign = (turn: number) => turn % 250 === 7

/** Three answers, or fewer, each as long as somebody's in the demonstration. */
function storiesOf(sample: Sample, chance: Chance) {
  const lengths = chance.pick(sample.entries)
  const lively = chance.happens(0.04)
  return (['whatHappened', 'difference', 'learned'] as const).flatMap(field => {
    const length = lengths[field]?.split(/\s+/).length ?? 0
    if (length === 0) return []
    const words = Math.min(560, Math.max(8, Math.round(length * (0.7 + 0.6 * chance.next()))))
    return [{ field, story: tell(sample.evidence, chance, { words, lively }) }]
  })
}

function nameOf(sample: Sample, chance: Chance): string {
  const name = `${chance.pick(sample.nameHeads)} ${chance.pick(sample.nameTails)}`
  if (chance.happens(0.4)) return name
  return `${name} of ${chance.pick(sample.neighbourhoods)}`.slice(0, 180)
}

function titleOf(sample: Sample, chance: Chance): string {
  for (;;) {
    const words = sentence(sample.evidence, chance).slice(0, 5 + chance.below(8))
    while (words.length > 4 && /^(?:a|an|and|as|at|but|for|in|of|on|or|so|the|to|with)$/i.test(words.at(-1) ?? ''))
      words.pop()
    const title = words.join(' ').replace(/[.,;:!?–-]+$/, '')
    if (title.length <= 120 && words.length > 3) return title
  }
}

function contactOf(
  sample: Sample,
  chance: Chance,
  { entry, status, turn }: { entry: DemonstrationEntry; status: Status; turn: number },
): SyntheticResponse['contact'] {
  const like = entry.contact
  const name = `${chance.pick(sample.firstNames)} ${chance.pick(sample.lastNames)}`
  const bestTimes = chance.pick(sample.bestTimes)
  // ranges that Ofcom keeps for fiction
  const range = chance.pick(['0121 496 0', '01632 960', '07700 900'])
  const telephone = `${range}${String(chance.below(1000)).padStart(3, '0')}`
  if (!like || status === 'WITHDRAWN' || status === 'DRAFT') return null
  return {
    name: like.name ? name : null,
    email: like.email ? `sender-${turn}@synthetic.example` : null,
    telephone: entry.consents.telephone ? telephone : null,
    bestTimes: entry.consents.telephone && like.bestTimes ? bestTimes : null,
  }
}
