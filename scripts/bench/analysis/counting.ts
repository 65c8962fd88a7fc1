import { readAnalysis } from '@/lib/data/analysis'
import { crossings, plainView, type AnalysisView } from '@/lib/domain/analysis'
import type { Figure } from '@/scripts/bench/figure'
import { floorOf, runFloor } from '@/scripts/bench/workspace/floors'
import { inTurns } from '@/scripts/bench/workspace/turns'
import type { Ground } from './ground'

const views: { name: string; floor: string; view: AnalysisView }[] = [
  { name: 'frequencies', floor: 'analysis-codes', view: plainView('frequencies') },
  ...crossings.map(by => ({ name: `by-${by}`, floor: `analysis-${by}`, view: { ...plainView('matrix'), by } })),
  { name: 'by-week', floor: 'analysis-time', view: { ...plainView('time'), period: 'week' as const } },
  { name: 'together', floor: 'analysis-together', view: plainView('together') },
]

const times = 7

/** Every kind of matrix as its page asks for it, in turns with one bare statement that counts the same codings. */
export async function measureCounting(
  { database, callId, lead }: Ground,
  size: number,
  say: (figure: Figure) => void,
): Promise<void> {
  for (const { name, floor, view } of views) {
    const bare = floorOf(floor, [callId])
    const taken = await inTurns(
      () => readAnalysis(lead, callId, view),
      () => runFloor(database, bare),
      times,
    )
    say({ name: `analysis/${name}-${size}`, value: taken.value.p50, unit: 'ms', floor: taken.floor.p50 })
  }
}
