'use client'

import { useState } from 'react'

import { confirmCoding } from '@/app/(staff)/workspace/codebook/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Swatch, Tag } from '@/components/ui/tag'
import type { SpanView } from '@/lib/data/coding-list'
import { isDefinedAnew } from '@/lib/domain/codebook'
import { beginningOf, lengthOf, textOf } from '@/lib/domain/span'

import { useCoding } from './coding-context'

const quoted = 90

type Props = { span: SpanView; body: string; onShow?: () => void }

/** One coding: its code, its words, who made it, its memo, and for one's own what can be done to it. */
export function CodingRow({ span, body, onShow }: Props) {
  const { codeOf, view, remove } = useCoding()
  const [writing, setWriting] = useState(false)
  const code = codeOf(span.codeId)
  const person = view.people[span.personId]
  const name = code?.name ?? 'A code'
  const words = shortened(textOf(body, span))
  const mayChange = span.mine && view.open
  const anew = code && isDefinedAnew(datesOf(span), new Date(code.definedAt))
  return (
    <li className="border-b border-line py-2">
      <p className="flex items-center gap-2 font-semibold">
        <Swatch colour={code?.colour ?? 12} />
        <span className="min-w-0">
          {name}
          {code?.retired ? ' (retired)' : ''}
        </span>
      </p>
      <p dir="auto" className="font-serif">
        “{words}”
      </p>
      <p className="text-sm text-muted">
        {span.mine ? 'You' : (person?.name ?? 'Somebody')}
        {person?.team ? `, ${person.team}` : ''}
        {span.agreed ? ' · agreed' : ''}
      </p>
      {anew ? <DefinedAnew span={span} name={name} confirms={mayChange} /> : null}
      {span.memo && !writing ? (
        <p dir="auto" className="mt-1 text-sm whitespace-pre-line">
          {span.memo}
        </p>
      ) : null}
      {writing ? (
        <MemoForm span={span} name={name} onDone={() => setWriting(false)} />
      ) : (
        <p className="mt-1 flex flex-wrap gap-x-1">
          {onShow ? (
            <Small label={`Show ${name} on “${words}”`} onClick={onShow}>
              Show
            </Small>
          ) : null}
          {mayChange ? (
            <>
              <Small label={`Memo on ${name}`} onClick={() => setWriting(true)}>
                {span.memo ? 'Change memo' : 'Memo'}
              </Small>
              <Small label={`Remove ${name} from “${words}”`} onClick={() => remove(span)}>
                Remove
              </Small>
            </>
          ) : null}
        </p>
      )}
    </li>
  )
}

type AnewProps = { span: SpanView; name: string; confirms: boolean }

function DefinedAnew({ span, name, confirms }: AnewProps) {
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <Tag tone="furnace">Defined anew since</Tag>
      {confirms ? (
        <ActionForm
          action={confirmCoding}
          submit={
            <>
              It still fits<span className="sr-only">: {name}</span>
            </>
          }
          variant="quiet"
          small
        >
          <input type="hidden" name="codingId" value={span.id} />
        </ActionForm>
      ) : null}
    </div>
  )
}

function datesOf({ createdAt, checkedAt }: SpanView) {
  return { createdAt: new Date(createdAt), checkedAt: checkedAt === null ? null : new Date(checkedAt) }
}

function MemoForm({ span, name, onDone }: { span: SpanView; name: string; onDone: () => void }) {
  const { writeMemo } = useCoding()
  return (
    <form
      aria-label={`Memo on ${name}`}
      onSubmit={event => {
        event.preventDefault()
        writeMemo(span, String(new FormData(event.currentTarget).get('memo') ?? '').trim())
        onDone()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <label className="mt-1 block text-sm font-semibold" htmlFor={`memo-${span.id}`}>
        Memo
      </label>
      <textarea
        id={`memo-${span.id}`}
        name="memo"
        rows={3}
        maxLength={2000}
        defaultValue={span.memo}
        autoFocus
        className="mt-1 w-full rounded-sm border-2 border-edge bg-paper px-2 py-1"
      />
      <span className="mt-1 flex gap-2">
        <Button variant="secondary">Save memo</Button>
        <Button type="button" variant="quiet" onClick={onDone}>
          Leave it
        </Button>
      </span>
    </form>
  )
}

function Small({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="min-h-6 cursor-pointer px-1 text-canal underline"
    >
      {children}
    </button>
  )
}

function shortened(words: string): string {
  return lengthOf(words) > quoted ? `${beginningOf(words, quoted).trimEnd()}…` : words
}
