'use client'

import { useRef, type KeyboardEvent, type RefObject } from 'react'

import type { SpanView } from '@/lib/data/coding-list'
import type { TextView } from '@/lib/data/submission-texts'
import { textOf, type Span } from '@/lib/domain/span'
import { moved, spanOf, stopsOf, type Reading, type Step } from '@/lib/domain/text-stops'

import { useCoding } from './coding-context'
import { selectIn } from './text-selection'

const steps: Record<string, { step: Step; forward: boolean }> = {
  ArrowRight: { step: 'word', forward: true },
  ArrowLeft: { step: 'word', forward: false },
  ArrowDown: { step: 'sentence', forward: true },
  ArrowUp: { step: 'sentence', forward: false },
}

type Given = {
  box: RefObject<HTMLDivElement | null>
  text: TextView
  own: SpanView[]
  openPicker: (letter: string) => void
}

/** The keys of a text: selecting, going from coding to coding, taking off, undoing, and the first letter of a code. */
export function useCodingKeys(given: Given) {
  const { selected, select, say, undo, redo } = useCoding()
  const { step, toCoding, takeOff } = useMoves(given)

  const clear = () => {
    document.getSelection()?.removeAllRanges()
    select(null)
  }
  const pick = (letter: string) => (selected ? given.openPicker(letter) : say('Select some words first.'))

  const deedOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): (() => void) | null => {
    if (altKey) return null
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() === 'z') return shiftKey ? redo : undo
      return key.toLowerCase() === 'y' ? redo : null
    }
    const go = steps[key]
    if (go) return () => step(go, shiftKey)
    if (key === ']' || key === '[') return () => toCoding(key === ']')
    if (key === 'Escape') return clear
    if (key === 'Delete' || key === 'Backspace') return takeOff
    if (key === 'Enter') return () => pick('')
    return /^[\p{L}\p{N}]$/u.test(key) ? () => pick(key) : null
  }
  return (event: KeyboardEvent) => {
    const deed = deedOf(event)
    if (!deed) return
    event.preventDefault()
    deed()
  }
}

/** How the keyboard moves in a text. The stops of a text are found once, with the first key that needs them. */
function useMoves({ box, text, own }: Given) {
  const { selected, select, say, codeOf, view, remove } = useCoding()
  const reading = useRef<Reading | null>(null)
  const known = useRef<{ body: string; stops: Partial<Record<Step, Span[]>> }>({ body: '', stops: {} })
  const here = selected?.versionId === text.versionId ? selected : null

  const stopsBy = (step: Step) => {
    if (known.current.body !== text.body) known.current = { body: text.body, stops: {} }
    return (known.current.stops[step] ??= stopsOf(text.body, step))
  }
  const show = ({ start, end }: Span, codingId: string | null) => {
    if (box.current) selectIn(box.current, { start, end })
    select({ start, end, versionId: text.versionId, codingId })
  }
  return {
    step({ step, forward }: { step: Step; forward: boolean }, extend: boolean) {
      // what the pointer selected is where the keyboard goes on
      const last = reading.current && spanOf(reading.current)
      const goesOn = here && last && last.start === here.start && last.end === here.end
      const from = goesOn ? reading.current : here && { anchor: here, head: here }
      reading.current = moved(stopsBy(step), from, { forward, extend })
      if (!reading.current) return
      const span = spanOf(reading.current)
      show(span, null)
      say(textOf(text.body, span))
    },
    toCoding(forward: boolean) {
      const at = own.findIndex(span => span.id === here?.codingId)
      const first = forward ? 0 : own.length - 1
      const next = own[at < 0 ? first : at + (forward ? 1 : -1)]
      if (!next)
        return say(own.length === 0 ? 'Nothing is coded in this text.' : 'There are no more codings in this text.')
      reading.current = { anchor: next, head: next }
      show(next, next.id)
      const who = view.people[next.personId]?.name ?? ''
      say(`${codeOf(next.codeId)?.name ?? 'A code'}, ${who}: ${textOf(text.body, next)}`)
    },
    takeOff() {
      const mine = own.find(span => span.id === here?.codingId && span.mine)
      if (mine) remove(mine)
      else say('Go to one of your own codings first, with a square bracket.')
    },
  }
}
