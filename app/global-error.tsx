'use client'

import { FaultPage } from '@/components/site/fault-page'
import words from '@/lib/i18n/en/fault.json'
import { atkinson, newsreader } from './fonts'
import './globals.css'

/** A layout itself failed: a whole document of its own. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={`${atkinson.variable} ${newsreader.variable}`}>
      <body>
        <title>{words.title}</title>
        <div className="mx-auto max-w-6xl px-4 py-12 sm:px-8">
          <FaultPage words={words} home="/" error={error} retry={retry} />
        </div>
      </body>
    </html>
  )
}
