'use client'

import { useState } from 'react'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Swatch } from '@/components/ui/tag'

import { selectionOf } from './coded-text'
import { CodingRow } from './coding-row'
import { useCoding } from './coding-context'
import { selectIn } from './text-selection'

const atOnce = 50

/** All codings of the submission in the order of the text, each with a way to it, and what a correction took away. */
export function CodingPanel() {
  const { texts, view, select, codeOf } = useCoding()
  const [most, setMost] = useState(atOnce)
  const rows = texts.flatMap(text =>
    view.spans
      .filter(span => span.textVersionId === text.versionId)
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(span => ({ span, text })),
  )
  return (
    <>
      {rows.length > 0 ? (
        <ol aria-label="Codings" className="max-h-[32rem] overflow-y-auto border-t border-line" tabIndex={0}>
          {rows.slice(0, most).map(({ span, text }) => (
            <CodingRow
              key={span.id}
              span={span}
              body={text.body}
              onShow={() => {
                const box = document.querySelector<HTMLElement>(`[data-version="${text.versionId}"]`)
                if (box) selectIn(box, span)
                select(selectionOf(span))
                box?.focus({ preventScroll: true })
              }}
            />
          ))}
        </ol>
      ) : (
        <p className="text-muted">
          {view.open
            ? 'No words are coded yet. Select some in the text, then type a code’s first letters.'
            : 'No words are coded.'}
        </p>
      )}
      {rows.length > most ? (
        <Button type="button" variant="quiet" onClick={() => setMost(most + 200)}>
          Show more of {rows.length.toLocaleString('en-GB')}
        </Button>
      ) : null}
      {view.lost.length > 0 ? (
        <Disclosure summary={`${view.lost.length} lost in a correction`} className="mt-2">
          <p className="mb-2 text-sm text-muted">Their words are gone. They are kept, and not counted.</p>
          <ul>
            {view.lost.map(({ id, codeId, words }) => (
              <li key={id} className="border-t border-line py-1">
                <Swatch colour={codeOf(codeId)?.colour ?? 12} /> {codeOf(codeId)?.name ?? 'A code'}:{' '}
                <span dir="auto" className="font-serif">
                  “{words}”
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  )
}
