'use client'

import { useEffect, useState } from 'react'

import { classNames } from './class-names'

/** Sentences with `{count}` where the number goes. `limit` is all that is shown without script. */
export type CountWords = {
  limit: string
  left: { one: string; other: string }
  over: { one: string; other: string }
}

type CountProps = {
  id: string
  controlId: string
  unit: 'words' | 'characters'
  most: number
  words: CountWords
  /** For short answers: nothing is seen or spoken before three quarters are used. */
  late?: boolean
}

const speakAfter = 1000 // ms of silence at the keyboard: a screen reader is not interrupted at every letter

function measure(text: string, unit: CountProps['unit']) {
  return unit === 'words' ? (text.match(/\S+/gu) ?? []).length : Array.from(text).length
}

function sentence(left: number, words: CountWords) {
  const count = Math.abs(left)
  const forms = left < 0 ? words.over : words.left
  return (count === 1 ? forms.one : forms.other).replace('{count}', count.toLocaleString('en-GB'))
}

/** How much may still be written: seen at once, spoken after a pause. Listens to the control by its id. */
export function TextCount({ id, controlId, unit, most, words, late = false }: CountProps) {
  const [left, setLeft] = useState<number | null>(null)
  const [spoken, setSpoken] = useState<number | null>(null)

  useEffect(() => {
    const control = document.getElementById(controlId)
    const isTold = (count: number) => !late || count <= most / 4
    if (!(control instanceof HTMLTextAreaElement) && !(control instanceof HTMLInputElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const recount = () => {
      const next = most - measure(control.value, unit)
      setLeft(next)
      clearTimeout(timer)
      timer = setTimeout(() => setSpoken(isTold(next) ? next : null), speakAfter)
    }
    const frame = requestAnimationFrame(() => setLeft(most - measure(control.value, unit)))
    control.addEventListener('input', recount)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      control.removeEventListener('input', recount)
    }
  }, [controlId, most, unit, late])

  const limit = words.limit.replace('{count}', most.toLocaleString('en-GB'))
  return (
    <div className="text-muted tabular-nums">
      <p id={id} className={left === null && !late ? '' : 'sr-only'}>
        {limit}
      </p>
      {late ? (
        <noscript>
          <p>{limit}</p>
        </noscript>
      ) : null}
      {left === null || (late && left > most / 4) ? null : (
        <p aria-hidden className={classNames(left < 0 && 'font-semibold text-furnace')}>
          {sentence(left, words)}
        </p>
      )}
      <p className="sr-only" aria-live="polite">
        {spoken === null ? '' : sentence(spoken, words)}
      </p>
    </div>
  )
}
