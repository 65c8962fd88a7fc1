import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'

import { freePort } from '@/e2e/portal'
import { findChromium } from '@/scripts/chromium'
import type { Figure } from '@/scripts/bench/figure'

const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** Lighthouse's scores on a phone with its usual slow line, each of a hundred, and the two times that its reader feels most. */
export async function measureLighthouse(origin: string, paths: Record<string, string>, say: (figure: Figure) => void) {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: findChromium(line => console.error(line)),
    args: [`--remote-debugging-port=${port}`, '--no-sandbox'],
  })
  try {
    for (const [name, path] of Object.entries(paths)) {
      const run = await lighthouse(origin + path, {
        port,
        output: 'json',
        logLevel: 'error',
        onlyCategories: categories,
      })
      if (!run) throw new Error(`Lighthouse did not look at ${path}.`)
      for (const category of categories)
        say({
          name: `gallery/lighthouse-${name}-${category}`,
          value: 100 * (run.lhr.categories[category]?.score ?? 0),
          unit: 'of 100',
        })
      for (const [audit, unit] of [
        ['largest-contentful-paint', 'ms'],
        ['total-blocking-time', 'ms'],
        ['cumulative-layout-shift', 'shift'],
      ] as const)
        say({ name: `gallery/lighthouse-${name}-${audit}`, value: run.lhr.audits[audit]?.numericValue ?? 0, unit })
      for (const { id, title, score } of Object.values(run.lhr.audits))
        if (score !== null && score < 0.9) console.error(`  ${name}: ${id} ${score} (${title})`)
    }
  } finally {
    await browser.close()
  }
}
