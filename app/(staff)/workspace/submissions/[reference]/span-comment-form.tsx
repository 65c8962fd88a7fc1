'use client'

import type { ReactNode } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'

import { addComment } from './actions'
import { MentionArea } from './mention-area'

type SpanCommentFormProps = {
  reference: string
  /** Words of a version, in Unicode code points, end exclusive. */
  textVersionId: string
  start: number
  end: number
  quotation: string
  /** Saved, or closed: what was typed is kept with the words then, and is there again when they are commented on anew. */
  onDone: () => void
  /** Other ways out than closing it. */
  instead?: ReactNode
}

/** Where the words stand on the page of their submission. */
export function wordsAddress({ textVersionId, start }: { textVersionId: string; start: number }): string {
  return `#at-${textVersionId}-${start}`
}

/** The beginning of the names under which comments on words are kept, of one submission. */
export const keptOnWords = (reference: string) => `${reference}/words/`

/** Writes a comment on words that were selected in a text. */
export function SpanCommentForm(given: SpanCommentFormProps) {
  const { reference, textVersionId, start, end, quotation, onDone, instead } = given
  const hidden = { reference, textVersionId, start: String(start), end: String(end), quotation }
  return (
    <ActionForm
      action={addComment}
      submit="Add comment"
      variant="secondary"
      small
      label="Comment on the selected words"
      kept={`${keptOnWords(reference)}${textVersionId}-${start}-${end}`}
      onDone={onDone}
    >
      <Quotation address={wordsAddress(given)}>{quotation}</Quotation>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <MentionArea reference={reference} label="Comment on these words" rows={3} />
      {instead ?? (
        <Button type="button" variant="quiet" className="self-start" onClick={onDone}>
          Close<span className="sr-only"> the comment on these words</span>
        </Button>
      )}
    </ActionForm>
  )
}

/** The words that a comment is about, and the way to them in the text. */
export function Quotation({ address, children }: { address: string; children: string }) {
  return (
    <blockquote className="border-l-4 border-canal pl-3">
      <p dir="auto" className="line-clamp-4 font-serif break-words whitespace-pre-line">
        {children}
      </p>
      <a href={address} className="inline-flex min-h-6 items-center text-sm">
        Show these words in the text
      </a>
    </blockquote>
  )
}
