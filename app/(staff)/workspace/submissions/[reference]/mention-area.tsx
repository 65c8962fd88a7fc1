'use client'

import { useId, useRef, useState, type KeyboardEvent } from 'react'

import { TextArea } from '@/components/ui/text-area'
import { nameBeingTyped, namesOffered } from '@/lib/domain/mention'

import { readNames, type NameToChoose } from './names-to-choose'

type MentionAreaProps = {
  reference: string
  label: string
  hint?: string
  rows: number
  defaultValue?: string
  autoFocus?: boolean
}

type Typing = { start: number; typed: string }

/**
 * The text of a comment, as `body`. After an `@` people and teams are offered by their first letters; without script the
 * names are simply typed.
 */
export function MentionArea({ reference, ...area }: MentionAreaProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [names, setNames] = useState<NameToChoose[]>([])
  const [typing, setTyping] = useState<Typing | null>(null)
  const [chosen, setChosen] = useState(0)
  /** Where the `@` stands whose list was closed. */
  const [closed, setClosed] = useState<number | null>(null)
  const offered = typing && typing.start !== closed ? namesOffered(names, typing.typed) : []
  const open = offered.length > 0

  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current ?? { value: '', selectionStart: 0, selectionEnd: 0 }
    const now = selectionStart === selectionEnd ? nameBeingTyped(value, selectionStart) : null
    if (now?.start === typing?.start && now?.typed === typing?.typed) return
    setTyping(now)
    setChosen(0)
    if (now?.start !== closed) setClosed(null)
  }
  const choose = (name: NameToChoose | undefined) => {
    const text = field.current
    if (!text || !typing || !name) return
    text.setRangeText(`@${name.written} `, typing.start, text.selectionStart, 'end')
    setClosed(typing.start)
    text.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const press = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen((chosen + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[chosen])
    else if (event.key === 'Escape') setClosed(typing?.start ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative">
      <TextArea
        {...area}
        ref={field}
        id={id}
        name="body"
        aria-autocomplete="list"
        aria-controls={open ? `${id}-names` : undefined}
        aria-activedescendant={open ? `${id}-${chosen}` : undefined}
        onFocus={() => void readNames(reference).then(setNames)}
        onInput={look}
        onSelect={look}
        onBlur={() => setTyping(null)}
        onKeyDown={press}
      />
      <p role="status" className="sr-only">
        {open ? `${offered.length === 1 ? 'One name' : `${offered.length} names`}: arrow keys and Enter choose` : ''}
      </p>
      {open ? (
        <ul
          id={`${id}-names`}
          role="listbox"
          aria-label="People and teams"
          className="absolute inset-x-0 top-full z-10 mt-1 max-h-72 overflow-y-auto rounded-md border-2 border-edge bg-sheet py-1 shadow-float"
        >
          {offered.map((name, index) => (
            <li
              key={name.written}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className="flex min-h-control cursor-pointer flex-wrap items-baseline gap-x-2 px-3 py-1.5 hover:bg-paper aria-selected:bg-canal aria-selected:text-on-canal"
              // the text keeps the focus
              onMouseDown={event => event.preventDefault()}
              onClick={() => choose(name)}
            >
              <span className="font-semibold">{name.written}</span>
              <span className="text-sm">{name.about}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
