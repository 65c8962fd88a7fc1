import { keepFigures, lineOf, type Figure } from './bench/figure'
import { measureWizard } from './bench/wizard'

/** What can be measured, by the name that it is asked for with. */
const suites: Record<string, (say: (figure: Figure) => void) => Promise<void>> = {
  wizard: measureWizard,
}

async function bench() {
  const asked = process.argv.slice(2)
  const unknown = asked.find(name => !(name in suites))
  if (unknown !== undefined)
    throw new Error(`There is no suite "${unknown}". There are: ${Object.keys(suites).join(', ')}.`)
  for (const [name, measure] of Object.entries(suites)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const figures: Figure[] = []
    await measure(figure => {
      figures.push(figure)
      console.log(lineOf(figure))
    })
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
