import { parseArgs } from 'node:util'

import { measureAnalysis } from './bench/analysis'
import { keepFigures, lineOf, type Figure } from './bench/figure'
import { measureGallery } from './bench/gallery'
import { measureWizard } from './bench/wizard'
import { measureWorkspace, type WorkspaceChoice } from './bench/workspace'

/** What can be measured, by the name that it is asked for with. */
const suites: Record<string, (say: (figure: Figure) => void, chosen: WorkspaceChoice) => Promise<void>> = {
  wizard: measureWizard,
  workspace: measureWorkspace,
  gallery: measureGallery,
  analysis: measureAnalysis,
}

async function bench() {
  const options = { sizes: { type: 'string' }, parts: { type: 'string' } } as const
  const { values, positionals: asked } = parseArgs({ allowPositionals: true, options })
  const unknown = asked.find(name => !(name in suites))
  if (unknown !== undefined)
    throw new Error(`There is no suite "${unknown}". There are: ${Object.keys(suites).join(', ')}.`)
  for (const [name, measure] of Object.entries(suites)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const figures: Figure[] = []
    await measure(figure => {
      figures.push(figure)
      console.log(lineOf(figure))
    }, values)
    // what was chosen of a suite is no measurement of it
    if (values.sizes === undefined && values.parts === undefined)
      console.error(`Kept in ${keepFigures(name, figures)}.`)
  }
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
