'use client'

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { Button } from '@/components/ui/button'
import type { SpanView } from '@/lib/data/coding-list'
import type { TextView } from '@/lib/data/submission-texts'
import { codingsOn } from '@/lib/domain/coded-text'
import { textOf } from '@/lib/domain/span'

import { SpanCommentForm } from '@/app/(staff)/workspace/submissions/[reference]/span-comment-form'

import { CodePicker } from './code-picker'
import { useCoding, type Selected } from './coding-context'
import { CodingRow } from './coding-row'
import { rangeOf } from './text-selection'

type Props = {
  box: RefObject<HTMLDivElement | null>
  field: RefObject<HTMLInputElement | null>
  text: TextView
  selected: Selected
  own: SpanView[]
  typed: string
  setTyped: (typed: string) => void
}

/** Pixels between the words and the bar, and what stays covered at the top of the window. */
const [gap, topKept] = [8, 80]

/** At the end of what is selected: the codes on it, and a field for the next. */
export function CodingBar({ box, field, text, selected, own, typed, setTyped }: Props) {
  const { view, select, apply, reference } = useCoding()
  const bar = useRef<HTMLDivElement>(null)
  const on = codingsOn(own, selected)
  const [commenting, setCommenting] = useState(false)

  useLayoutEffect(() => {
    const [range, frame] = [box.current && rangeOf(box.current, selected), box.current?.getBoundingClientRect()]
    if (!bar.current || !range || !frame) return
    const lines = [...range.getClientRects()]
    const begins = lines[0] ?? range.getBoundingClientRect()
    const ends = lines.at(-1) ?? begins
    const room = Math.max(0, frame.width - bar.current.offsetWidth)
    const high = bar.current.offsetHeight + gap
    // above where there is no room below; its lower edge stays then, however many codes are found
    const above = ends.bottom + high > window.innerHeight && begins.top - high > topKept
    bar.current.style.top = above ? 'auto' : `${ends.bottom - frame.top + gap}px`
    bar.current.style.bottom = above ? `${frame.bottom - begins.top + gap}px` : 'auto'
    bar.current.style.left = `${Math.min(Math.max(0, ends.left - frame.left), room)}px`
  }, [box, selected, on.length])

  useEffect(() => {
    const range = box.current && rangeOf(box.current, selected)
    // the browser's own selection goes where the focus goes; browsers without highlights show none then
    if (!range || typeof CSS === 'undefined' || !CSS.highlights) return
    CSS.highlights.set('selected', new Highlight(range))
    return () => void CSS.highlights.delete('selected')
  }, [box, selected, own])

  const back = () => {
    setTyped('')
    box.current?.focus({ preventScroll: true })
  }
  return (
    <div
      ref={bar}
      role="group"
      aria-label="Code the selected words"
      className="absolute z-10 w-80 max-w-full rounded-md border border-edge bg-sheet p-3 shadow-float"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        back()
      }}
    >
      {commenting ? (
        <SpanCommentForm
          reference={reference}
          textVersionId={selected.versionId}
          start={selected.start}
          end={selected.end}
          quotation={textOf(text.body, selected)}
          onDone={() => {
            setCommenting(false)
            back()
          }}
        />
      ) : view.open ? (
        <CodePicker
          field={field}
          typed={typed}
          setTyped={setTyped}
          onChosen={code => {
            apply(code, selected)
            setTyped('')
          }}
        />
      ) : (
        <p className="text-sm text-muted">
          You cannot code this submission now: it is settled, others code it, or you have finished.
        </p>
      )}
      {on.length > 0 ? (
        <ul aria-label="Codes on these words" className="mt-3 max-h-64 overflow-y-auto border-t border-line">
          {on.map(span => (
            <CodingRow key={span.id} span={span} body={text.body} />
          ))}
        </ul>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {commenting ? null : (
          <Button type="button" variant="quiet" onClick={() => setCommenting(true)}>
            Comment
          </Button>
        )}
        <Button
          type="button"
          variant="quiet"
          onClick={() => {
            document.getSelection()?.removeAllRanges()
            select(null)
            back()
          }}
        >
          Close
        </Button>
      </div>
    </div>
  )
}
