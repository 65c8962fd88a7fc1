import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'

import { chartOf } from '@/lib/charts/chart-option'
import { drawSvg } from '@/lib/charts/draw'
import { chartsOf, Edition } from '@/lib/domain/report-edition'
import { composeReport } from '@/lib/exchange/report-document'
import { reportAsDocx } from '@/lib/exchange/report-docx'
import { reportAsPdf } from '@/lib/exchange/report-pdf'
import { longEdition } from '@/lib/testing/long-edition'
import { printedCall } from '@/lib/testing/printed-edition'
import { percentile, type Figure } from '@/scripts/bench/figure'
import { timed } from '@/scripts/bench/workspace/turns'

const figures = 40
const times = 3
const origin = 'https://evidence.example'

/**
 * A report with 40 figures, made from what the database holds of it: what its pages show (read, with every chart drawn),
 * its PDF and its DOCX. Half of the times no longer; and for how long nothing else was answered at the most.
 */
export async function measureReport(say: (figure: Figure) => void): Promise<void> {
  const view = longEdition(figures)
  const stored = JSON.stringify(view.edition)
  const made = {
    html: async () => {
      // each figure is drawn where it is asked for: on the page of its section
      for (const { table, view: shown, title } of chartsOf(Edition.parse(JSON.parse(stored)))) {
        await setImmediate()
        drawSvg(chartOf(table, shown), { title, description: '', warning: '' })
      }
    },
    pdf: async () => reportAsPdf(await composeReport(view, printedCall, origin)),
    docx: async () => reportAsDocx(await composeReport(view, printedCall, origin)),
  }
  for (const [name, make] of Object.entries(made)) {
    await make()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const taken: number[] = []
    for (let turn = 0; turn < times; turn += 1) taken.push(await timed(make))
    delay.disable()
    say({ name: `analysis/report-${figures}-figures-${name}`, value: percentile(taken, 50) / 1000, unit: 's' })
    say({ name: `analysis/report-${figures}-figures-${name}-longest-stop`, value: delay.max / 1e9, unit: 's' })
  }
}
