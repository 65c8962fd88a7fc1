import { databaseOf } from '@/e2e/portal'
import { db } from '@/lib/db'
import { settleDatabase } from '@/lib/env'
import { measureAgreeing } from './workspace/agreeing'
import { measureApplying } from './workspace/applying'
import { fillTo } from './workspace/filling'
import type { Ground } from './workspace/ground'
import { measureListing } from './workspace/listing'
import { measureLongText } from './workspace/long-text'
import { signedIn } from './workspace/researchers'
import type { Figure } from './figure'
import { onStage } from './stage'

/** What is measured at each size, in this order: agreement comes last because it prepares codings of its own. */
const parts: Record<string, (ground: Ground) => Promise<void>> = {
  list: measureListing,
  text: measureLongText,
  apply: measureApplying,
  agreement: measureAgreeing,
}

/** How large, and which parts; all of both where nothing is said. */
export type WorkspaceChoice = { sizes?: string | undefined; parts?: string | undefined }

const usual = '1000,10000,100000'

/** The coding workspace, in one portal that grows: lists, a long text, applying a code, agreement. Then how much slower the largest is than the smallest. */
export async function measureWorkspace(say: (figure: Figure) => void, chosen: WorkspaceChoice = {}): Promise<void> {
  const sizes = sizesOf(chosen.sizes ?? usual)
  const wanted = partsOf(chosen.parts ?? Object.keys(parts).join(','))
  const said: Said[] = []
  await onStage(async stage => {
    settleDatabase(databaseOf(stage.portal.dataDir))
    const { database } = stage
    const call = await db.call.findFirstOrThrow({ where: { isCurrent: true }, select: { id: true } })
    try {
      let held = 0
      for (const size of sizes) {
        const tell = (figure: Figure) => {
          said.push({ size, figure })
          say(figure)
        }
        await fillTo(database, size, held, tell)
        held = size
        const researchers = await signedIn(stage, 8)
        const ground = { stage, database, size, callId: call.id, researchers, say: tell }
        for (const measure of wanted) await measure(ground)
      }
    } finally {
      await db.$disconnect()
    }
  })
  for (const figure of growth(said, sizes)) say(figure)
}

function sizesOf(given: string): number[] {
  const sizes = given.split(',').map(Number)
  if (!sizes.every((size, index) => Number.isInteger(size) && size > (sizes[index - 1] ?? 0)))
    throw new Error(`Sizes are whole numbers, each larger than the one before: --sizes ${usual}.`)
  return sizes
}

function partsOf(given: string) {
  return given.split(',').map(name => {
    const measure = parts[name]
    if (!measure) throw new Error(`There is no part "${name}". There are: ${Object.keys(parts).join(', ')}.`)
    return measure
  })
}

type Said = { size: number; figure: Figure }

/** Of each thing that was timed at the smallest size, how many times as long each larger one took. */
function growth(said: readonly Said[], sizes: readonly number[]): Figure[] {
  const keyOf = ({ size, figure }: Said) => figure.name.replace(`-${size}`, '')
  const first = new Map(said.filter(({ size }) => size === sizes[0]).map(one => [keyOf(one), one.figure]))
  return said.flatMap(one => {
    const { name, value, unit } = one.figure
    const before = first.get(keyOf(one))
    if (one.size === sizes[0] || !before || !['ms', 's', 'requests/s'].includes(unit)) return []
    const times = unit === 'requests/s' ? before.value / value : value / before.value
    return Number.isFinite(times) ? [{ name: `${name}-over-${sizes[0]}`, value: times, unit: 'times' }] : []
  })
}
