import { measureReport } from './analysis/report'
import type { Figure } from './figure'
import type { WorkspaceChoice } from './workspace'

const parts: Record<string, (say: (figure: Figure) => void) => Promise<void>> = { report: measureReport }

/** Analysis and what is made of it. */
export async function measureAnalysis(say: (figure: Figure) => void, chosen: WorkspaceChoice = {}): Promise<void> {
  const wanted = chosen.parts?.split(',') ?? Object.keys(parts)
  const unknown = wanted.find(part => !(part in parts))
  if (unknown !== undefined)
    throw new Error(`There is no part "${unknown}". There are: ${Object.keys(parts).join(', ')}.`)
  for (const [name, measure] of Object.entries(parts)) if (wanted.includes(name)) await measure(say)
}
