'use client'

import { memo, useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'

import { classNames } from '@/components/ui/class-names'
import type { SpanView } from '@/lib/data/coding-list'
import type { TextView } from '@/lib/data/submission-texts'
import { codingsOn, segmentsOf } from '@/lib/domain/coded-text'
import { moved, spanOf, stopsOf, type Reading, type Step } from '@/lib/domain/text-stops'
import { textOf } from '@/lib/domain/span'

import { CodingBar } from './coding-bar'
import { useCoding, type Selected } from './coding-context'
import { selectedIn, selectIn } from './text-selection'

const lines = [
  'decoration-code-1',
  'decoration-code-2',
  'decoration-code-3',
  'decoration-code-4',
  'decoration-code-5 decoration-dashed',
  'decoration-code-6 decoration-dashed',
  'decoration-code-7 decoration-dashed',
  'decoration-code-8 decoration-dashed',
  'decoration-code-9 decoration-double',
  'decoration-code-10 decoration-double',
  'decoration-code-11 decoration-double',
  'decoration-code-12 decoration-double',
]
const lanesDrawn = 6

/** One text with all that is coded in it. Selected by pointer, touch or keyboard, its words can be coded. */
export function CodedText({ text }: { text: TextView }) {
  const { view, codeOf, selected, select } = useCoding()
  const box = useRef<HTMLDivElement>(null)
  const hint = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const own = useMemo(
    () =>
      view.spans
        .filter(span => span.textVersionId === text.versionId)
        .sort((a, b) => a.start - b.start || b.end - a.end),
    [view.spans, text.versionId],
  )
  const segments = useMemo(() => segmentsOf(text.body, own), [text.body, own])
  const lanes = Math.min(
    lanesDrawn,
    Math.max(0, ...segments.flatMap(({ codings }) => codings.map(({ lane }) => lane + 1))),
  )
  const here = selected?.versionId === text.versionId ? selected : null
  useSelecting(box, text, select)
  const onKeyDown = useKeys(box, text, own, letter => {
    // at once, so that the next key goes to the field
    setTyped(letter)
    field.current?.focus()
  })

  return (
    <section aria-labelledby={text.id}>
      <h2 id={text.id} className="mb-2 text-lg">
        {text.title}
      </h2>
      {text.earlier > 0 ? (
        <p className="mb-2 text-sm text-muted">Corrected by the respondent; this is what they say now.</p>
      ) : null}
      <div className="relative">
        <p id={hint} className="sr-only">
          Arrow keys select by word, up and down by sentence; with Shift they extend. Type the first letters of a code
          to apply it. Square brackets go from coding to coding.
        </p>
        <div
          ref={box}
          role="textbox"
          aria-readonly
          aria-multiline
          aria-label={text.title}
          aria-describedby={hint}
          tabIndex={0}
          dir="auto"
          data-lanes={lanes}
          data-version={text.versionId}
          className="coded-text prose font-serif text-lg"
          onKeyDown={onKeyDown}
          onClick={event => {
            const at =
              event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined
            const point = Number(at ?? -1)
            const inner = codingsOn(own, { start: point, end: point + 1 }).sort(
              (a, b) => a.end - a.start - (b.end - b.start),
            )[0]
            if (!document.getSelection()?.isCollapsed) return
            if (inner) select(selectionOf(inner))
            else select(null)
          }}
        >
          {segments.map(segment => (
            <Segment
              key={segment.start}
              at={segment.start}
              text={segment.text}
              marks={segment.codings.map(({ lane, codeId }) => `${lane}:${codeOf(codeId)?.colour ?? 12}`).join(' ')}
              lit={here !== null && segment.start < here.end && here.start < segment.end && here.codingId !== null}
            />
          ))}
        </div>
        {here ? (
          <CodingBar box={box} field={field} text={text} selected={here} own={own} typed={typed} setTyped={setTyped} />
        ) : null}
      </div>
    </section>
  )
}

export function selectionOf(span: SpanView): Selected {
  return { versionId: span.textVersionId, start: span.start, end: span.end, codingId: span.id }
}

/** A stretch of text under as many lines as codings lie on it. `marks` are lane and colour of each. */
const Segment = memo(function Segment({
  at,
  text,
  marks,
  lit,
}: {
  at: number
  text: string
  marks: string
  lit: boolean
}) {
  const drawn = marks.split(' ').filter(Boolean)
  const inner = drawn.reduceRight<React.ReactNode>((content, mark) => {
    const [lane, colour] = mark.split(':').map(Number)
    return (
      <span
        className={classNames('underline', lines[((colour ?? 1) - 1) % 12])}
        data-lane={Math.min(lane ?? 0, lanesDrawn - 1)}
      >
        {content}
      </span>
    )
  }, text)
  return (
    <span data-at={at} data-coded={drawn.length > 0 ? '' : undefined} className={lit ? 'bg-canal-tint' : undefined}>
      {inner}
    </span>
  )
})

/** Hears what the pointer, touch or the browser's own keys select in the text. */
function useSelecting(
  box: React.RefObject<HTMLDivElement | null>,
  text: TextView,
  select: (selected: Selected | null) => void,
) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const heard = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const span = box.current && selectedIn(box.current, text.body)
        if (span) select({ ...span, versionId: text.versionId, codingId: null })
      }, 150)
    }
    document.addEventListener('selectionchange', heard)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', heard)
    }
  }, [box, text, select])
}

const steps: Record<string, { step: Step; forward: boolean }> = {
  ArrowRight: { step: 'word', forward: true },
  ArrowLeft: { step: 'word', forward: false },
  ArrowDown: { step: 'sentence', forward: true },
  ArrowUp: { step: 'sentence', forward: false },
}

/** The keyboard: selecting, going from coding to coding, taking off, undoing, and the first letter of a code. */
function useKeys(
  box: React.RefObject<HTMLDivElement | null>,
  text: TextView,
  own: SpanView[],
  openPicker: (letter: string) => void,
) {
  const { selected, select, say, codeOf, view, remove, undo, redo } = useCoding()
  const reading = useRef<Reading | null>(null)
  const stops = useMemo(() => new Map<Step, ReturnType<typeof stopsOf>>(), [text.body]) // eslint-disable-line react-hooks/exhaustive-deps
  const stopsBy = useCallback(
    (step: Step) => {
      const known = stops.get(step) ?? stopsOf(text.body, step)
      stops.set(step, known)
      return known
    },
    [stops, text.body],
  )
  const show = (span: { start: number; end: number }, codingId: string | null) => {
    if (box.current) selectIn(box.current, span)
    select({ ...span, versionId: text.versionId, codingId })
  }
  const step = (key: keyof typeof steps, extend: boolean) => {
    const go = steps[key]
    if (!go) return
    const inSync = reading.current && selected?.versionId === text.versionId ? reading.current : null
    const from = inSync ?? (selected?.versionId === text.versionId ? { anchor: selected, head: selected } : null)
    reading.current = moved(stopsBy(go.step), from, { forward: go.forward, extend })
    if (!reading.current) return
    const span = spanOf(reading.current)
    show(span, null)
    say(textOf(text.body, span))
  }
  const toCoding = (forward: boolean) => {
    const at = own.findIndex(span => span.id === selected?.codingId)
    const next = own[at < 0 ? (forward ? 0 : own.length - 1) : at + (forward ? 1 : -1)]
    if (!next)
      return say(own.length === 0 ? 'Nothing is coded in this text.' : 'There are no more codings in this text.')
    reading.current = { anchor: next, head: next }
    show(next, next.id)
    say(
      `${codeOf(next.codeId)?.name ?? 'A code'}, ${view.people[next.personId]?.name ?? ''}: ${textOf(text.body, next)}`,
    )
  }
  return (event: KeyboardEvent<HTMLDivElement>) => {
    const { key } = event
    const command = event.ctrlKey || event.metaKey
    if (event.altKey) return
    if (command && key.toLowerCase() === 'z') event.shiftKey ? redo() : undo()
    else if (command && key.toLowerCase() === 'y') redo()
    else if (command) return
    else if (key in steps) step(key, event.shiftKey)
    else if (key === ']' || key === '[') toCoding(key === ']')
    else if (key === 'Escape') {
      reading.current = null
      document.getSelection()?.removeAllRanges()
      select(null)
    } else if (key === 'Delete' || key === 'Backspace') {
      const mine = own.find(span => span.id === selected?.codingId && span.mine)
      if (mine) remove(mine)
      else say('Go to one of your own codings first, with a square bracket.')
    } else if (key === 'Enter' || /^[\p{L}\p{N}]$/u.test(key)) {
      if (!selected) return say('Select some words first.')
      openPicker(key === 'Enter' ? '' : key)
    } else return
    event.preventDefault()
  }
}
