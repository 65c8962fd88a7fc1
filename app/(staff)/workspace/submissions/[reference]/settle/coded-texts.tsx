'use client'

import { useEffect, useRef } from 'react'

import { classNames } from '@/components/ui/class-names'
import { Swatch } from '@/components/ui/tag'
import type { CodingRow, SettlingView } from '@/lib/data/settling-view'
import { segmentsOf } from '@/lib/domain/coded-text'

/** Both readings of each text beside each other; what is looked at stands out, and is scrolled to. */
export function CodedTexts({ view, looked }: { view: SettlingView; looked: readonly string[] }) {
  const box = useRef<HTMLElement>(null)
  const first = looked[0]
  useEffect(() => {
    const mark = first ? document.getElementById(markId(first)) : null
    if (!mark || !box.current) return
    const top = mark.getBoundingClientRect().top - box.current.getBoundingClientRect().top
    box.current.scrollTo({ top: box.current.scrollTop + top - box.current.clientHeight / 4 })
  }, [first])
  return (
    <section
      ref={box}
      aria-label="The texts, as both coded them"
      tabIndex={0}
      className="relative z-1 max-h-[55vh] overflow-y-auto rounded-md border border-line bg-sheet p-4 md:sticky md:top-0 md:max-h-[45vh]"
    >
      {view.texts.map(({ place, label, body, first: left, second: right }) => (
        <div key={place} className="mb-6 grid gap-x-8 gap-y-4 md:grid-cols-2">
          <h2 className="text-lg md:col-span-2">{label}</h2>
          <Reading of={view.first.name} body={body} codings={left} looked={looked} />
          <Reading of={view.second.name} body={body} codings={right} looked={looked} />
        </div>
      ))}
    </section>
  )
}

function markId(codingId: string) {
  return `mark-${codingId}`
}

type ReadingProps = { of: string; body: string; codings: CodingRow[]; looked: readonly string[] }

function Reading({ of, body, codings, looked }: ReadingProps) {
  const spans = codings.flatMap(({ id, code, span }) => (span ? { id, code, ...span } : []))
  return (
    <div className="min-w-0">
      {/* stays at the top while the text scrolls: whose codings these are */}
      <h3 className="sticky -top-4 z-1 mb-1 bg-sheet py-1 text-sm font-semibold text-muted">{of}</h3>
      <p dir="auto" className="prose font-serif break-words whitespace-pre-line">
        {segmentsOf(body, spans).map(({ start, end, text, codings: over }) => (
          <span key={start}>
            {over.map(coding => (coding.start === start ? <span key={coding.id} id={markId(coding.id)} /> : null))}
            {over.length > 0 ? (
              <mark
                className={classNames(
                  'rounded-sm underline decoration-2 underline-offset-4',
                  over.some(({ id }) => looked.includes(id)) ? 'bg-ink text-paper' : 'bg-canal-tint text-ink',
                )}
              >
                {text}
              </mark>
            ) : (
              text
            )}
            {over.map(coding => (coding.end === end ? <CodeLabel key={coding.id} code={coding.code} /> : null))}
          </span>
        ))}
      </p>
    </div>
  )
}

function CodeLabel({ code }: { code: CodingRow['code'] }) {
  return (
    <span className="mx-1 inline-flex max-w-full items-center gap-1 rounded-sm border border-line bg-paper px-1 align-baseline font-sans text-sm">
      <Swatch colour={code.colour} />
      <span className="min-w-0">{code.name}</span>
    </span>
  )
}
