'use client'

import { memo, useEffect, useId, useMemo, useRef, useState, type Dispatch, type SetStateAction } from 'react'

import { classNames } from '@/components/ui/class-names'
import type { SpanView } from '@/lib/data/coding-list'
import type { TextView } from '@/lib/data/submission-texts'
import { codingsOn, segmentsOf } from '@/lib/domain/coded-text'
import { overlap, wholeCharacters, type Span } from '@/lib/domain/span'

import { CodingBar } from './coding-bar'
import { useCoding, type Remark, type Selected } from './coding-context'
import { selectedIn, selectIn } from './text-selection'
import { useCodingKeys } from './use-coding-keys'

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
  const { view, codeOf, selected, select, remarks } = useCoding()
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
  const said = useMemo(() => remarks.filter(({ versionId }) => versionId === text.versionId), [remarks, text.versionId])
  const segments = useMemo(() => segmentsOf(text.body, own, said), [text.body, own, said])
  const lanes = Math.min(
    lanesDrawn,
    Math.max(0, ...segments.flatMap(({ codings }) => codings.map(({ lane }) => lane + 1))),
  )
  const here = selected?.versionId === text.versionId ? selected : null
  useSelecting(box, text, select)
  useAddress(box, text, said)
  const onKeyDown = useCodingKeys({
    box,
    text,
    own,
    openPicker: letter => {
      // at once, so that the next key goes to the field
      setTyped(letter)
      field.current?.focus()
    },
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
          className="coded-text prose font-serif text-lg lg:scroll-mt-24"
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
              remark={said.some(remark => overlap(remark, segment))}
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
type SegmentProps = { at: number; text: string; marks: string; lit: boolean; remark: boolean }

const Segment = memo(function Segment({ at, text, marks, lit, remark }: SegmentProps) {
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
    <span
      data-at={at}
      data-coded={drawn.length > 0 ? '' : undefined}
      className={lit ? 'bg-canal-tint' : remark ? 'bg-furnace-tint' : undefined}
    >
      {inner}
    </span>
  )
})

/** Whether the browser tells of the selection that we made ourselves, for a coding that was gone to. */
function isSame(text: TextView, before: Selected | null, span: Span): boolean {
  if (before?.versionId !== text.versionId) return false
  const whole = wholeCharacters(text.body, before)
  return whole?.start === span.start && whole.end === span.end
}

/** Hears what the pointer, touch or the browser's own keys select in the text. */
function useSelecting(
  box: React.RefObject<HTMLDivElement | null>,
  text: TextView,
  select: Dispatch<SetStateAction<Selected | null>>,
) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const heard = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const span = box.current && selectedIn(box.current, text.body)
        if (span)
          select(before =>
            isSame(text, before, span) ? before : { ...span, versionId: text.versionId, codingId: null },
          )
      }, 150)
    }
    document.addEventListener('selectionchange', heard)
    heard() // what was selected while the page was still getting ready
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', heard)
    }
  }, [box, text, select])
}

/** Follows addresses such as `#at-<version>-<start>`, which comments have to the words that they are about. */
function useAddress(box: React.RefObject<HTMLDivElement | null>, text: TextView, remarks: readonly Remark[]) {
  useEffect(() => {
    const follow = () => {
      const start = Number(location.hash.match(/^#at-([0-9a-f-]{36})-(\d+)$/)?.[2])
      if (!location.hash.includes(text.versionId) || !box.current || Number.isNaN(start)) return
      const remark = remarks.find(other => other.start === start)
      selectIn(box.current, remark ?? { start, end: start + 1 })
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [box, text.versionId, remarks])
}
