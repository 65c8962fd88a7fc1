import type { Figure } from './figure'
import { measureCounting } from './analysis/counting'
import { measureExchanging } from './analysis/exchanging'
import { onGround } from './analysis/ground'
import { fillTo } from './workspace/filling'
import type { WorkspaceChoice } from './workspace'

const usual = '1000,10000,100000'
/** Projects larger than this are not exchanged: no program that reads them is made for that. */
const mostExchanged = 10_000
const parts = ['counting', 'exchange']

/**
 * The analysis and the exchange of projects, in one database that grows: every matrix against a bare statement, a
 * project out and into an empty portal, and how much more memory the larger export takes than the smallest.
 */
export async function measureAnalysis(say: (figure: Figure) => void, chosen: WorkspaceChoice = {}): Promise<void> {
  const sizes = (chosen.sizes ?? usual).split(',').map(Number)
  if (!sizes.every((size, index) => Number.isInteger(size) && size > (sizes[index - 1] ?? 0)))
    throw new Error(`Sizes are whole numbers, each larger than the one before: --sizes ${usual}.`)
  const wanted = chosen.parts?.split(',') ?? parts
  const unknown = wanted.find(part => !parts.includes(part))
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". There are: ${parts.join(', ')}.`)
  await onGround(async ground => {
    let held = 0
    let least: { size: number; megabytes: number } | null = null
    for (const size of sizes) {
      await fillTo(ground.database, size, held, figure => say({ ...figure, name: renamed(figure.name) }))
      held = size
      if (wanted.includes('counting')) await measureCounting(ground, size, say)
      if (!wanted.includes('exchange') || size > mostExchanged) continue
      const { megabytes } = await measureExchanging(ground, size, say)
      if (least)
        say({
          name: `analysis/export-${size}-memory-over-${least.size}`,
          value: megabytes / least.megabytes,
          unit: 'times',
        })
      least ??= { size, megabytes }
    }
  })
}

const renamed = (name: string) => name.replace(/^workspace\//, 'analysis/')
