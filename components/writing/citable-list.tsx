'use client'

import { useState, type DragEvent } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { CitableSpan } from '@/lib/domain/citation'

import { insertCite, insertQuotation } from './cite-target'

/** Coded passages of a submission, folded away until they are wanted. */
export function CitableList({ spans }: { spans: CitableSpan[] }) {
  if (spans.length === 0) return <p className="text-muted">Nothing of it is coded yet that can be cited.</p>
  return (
    <Disclosure summary={`Quote or cite (${spans.length})`}>
      <CitableSpans spans={spans} />
    </Disclosure>
  )
}

type CitableSpansProps = {
  spans: CitableSpan[]
  /** They come from several submissions: each says from which. */
  mixed?: boolean
}

/** Coded passages of the evidence, to be quoted or cited in the text by buttons, or dropped into it. */
export function CitableSpans({ spans, mixed = false }: CitableSpansProps) {
  const [said, setSaid] = useState('')
  const done = (put: boolean, words: string) => setSaid(put ? words : 'There is no text to put it into.')
  return (
    <>
      <p role="status" className="text-sm text-muted empty:hidden">
        {said}
      </p>
      <ul className="flex max-h-[60vh] flex-col gap-4 overflow-y-auto pr-2" tabIndex={0} aria-label="Coded passages">
        {spans.map(span => (
          <li key={span.coding} draggable onDragStart={event => carry(event, span)}>
            <p className="text-sm font-semibold">{span.code}</p>
            {mixed ? (
              <p className="text-sm">
                <a href={span.href} target="_blank" rel="noreferrer" className="inline-flex min-h-6 items-center">
                  {span.reference} (opens a new tab)
                </a>
              </p>
            ) : null}
            <blockquote dir="auto" className="border-l-4 border-line pl-3 font-serif whitespace-pre-line">
              {span.words}
            </blockquote>
            <ButtonRow className="mt-1">
              <Button
                type="button"
                variant="secondary"
                aria-label={`Quote: ${beginning(span.words)}`}
                onClick={() => done(insertQuotation(span), 'Quoted.')}
              >
                Quote
              </Button>
              <Button
                type="button"
                variant="quiet"
                aria-label={`Cite: ${beginning(span.words)}`}
                onClick={() => done(insertCite(span), 'Cited.')}
              >
                Cite
              </Button>
            </ButtonRow>
          </li>
        ))}
      </ul>
    </>
  )
}

function beginning(words: string): string {
  return words.length > 60 ? `${words.slice(0, 57)}...` : words
}

function carry(event: DragEvent, { coding, words }: CitableSpan) {
  const quotation = document.createElement('blockquote')
  const note = document.createElement('sup')
  note.dataset.coding = coding
  quotation.append(words, note)
  event.dataTransfer.setData('text/html', quotation.outerHTML)
  event.dataTransfer.setData('text/plain', words)
  event.dataTransfer.effectAllowed = 'copy'
}
