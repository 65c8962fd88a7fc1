'use client'

import { useId, useMemo, useState, type KeyboardEvent, type RefObject } from 'react'

import { classNames } from '@/components/ui/class-names'
import { Swatch } from '@/components/ui/tag'
import { codesByLetters } from '@/lib/domain/codebook'

import { useCoding, type CodeChoice } from './coding-context'

type Props = {
  field: RefObject<HTMLInputElement | null>
  typed: string
  setTyped: (typed: string) => void
  onChosen: (code: Pick<CodeChoice, 'id' | 'name'>) => void
}

/** Takes a code by its first letters, from those used last, or makes a new one. The list follows ARIA's combobox pattern. */
export function CodePicker({ field, typed, setTyped, onChosen }: Props) {
  const { codes, view, reference, knowCode, say } = useCoding()
  const list = useId()
  const [at, setAt] = useState(0)
  const living = useMemo(() => codes.filter(code => !code.retired), [codes])
  const recent = useMemo(
    () =>
      recentOf(
        view.spans.filter(span => span.mine),
        living,
      ),
    [view.spans, living],
  )
  const found = typed.trim()
    ? codesByLetters(living, typed)
    : [...recent, ...living.filter(code => !recent.includes(code))]
  const isNew = typed.trim() !== '' && !living.some(code => code.name.toLowerCase() === typed.trim().toLowerCase())
  const count = found.length + (isNew ? 1 : 0)
  const active = Math.min(at, Math.max(0, count - 1))

  const choose = async (index: number) => {
    const code = found[index]
    setAt(0)
    if (code) return onChosen(code)
    if (!isNew) return
    const made = await coin(reference, typed)
    if (typeof made === 'string') return say(made)
    knowCode({ ...made, path: '', definition: '', definedAt: new Date(0).toISOString(), retired: false })
    onChosen(made)
  }
  const go = (to: number) => {
    setAt(to)
    document.getElementById(`${list}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') go((active + 1) % Math.max(1, count))
    else if (event.key === 'ArrowUp') go((active + count - 1) % Math.max(1, count))
    else if (event.key === 'Enter') void choose(active)
    else return
    event.preventDefault()
  }
  return (
    <>
      <label htmlFor={`${list}-field`} className="block text-sm font-semibold">
        Code
      </label>
      <input
        ref={field}
        id={`${list}-field`}
        role="combobox"
        aria-expanded={count > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${list}-${active}` : undefined}
        autoComplete="off"
        placeholder="Its first letters"
        maxLength={100}
        value={typed}
        className="mt-1 w-full rounded-sm border-2 border-edge bg-paper px-2 py-1"
        onChange={event => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {!typed.trim() && recent.length > 0 ? (
        <p className="mt-2 text-sm text-muted">Those used last come first.</p>
      ) : null}
      <ul id={list} role="listbox" aria-label="Codes" className="mt-1 max-h-44 overflow-y-auto">
        {found.map((code, index) => (
          <Option
            key={code.id}
            id={`${list}-${index}`}
            active={index === active}
            describedBy={`${list}-meaning`}
            onPoint={() => setAt(index)}
            onChoose={() => void choose(index)}
          >
            <Swatch colour={code.colour} />
            <span className="min-w-0">
              {code.name}
              {code.path ? <span className="text-sm text-muted"> · {code.path}</span> : null}
            </span>
          </Option>
        ))}
        {isNew ? (
          <Option
            id={`${list}-${found.length}`}
            active={active === found.length}
            describedBy={`${list}-meaning`}
            onPoint={() => setAt(found.length)}
            onChoose={() => void choose(found.length)}
          >
            <span>New code “{typed.trim()}”</span>
          </Option>
        ) : null}
      </ul>
      {/* as high for each code, so that nothing below it moves */}
      <p id={`${list}-meaning`} className="mt-2 line-clamp-2 h-13 border-t border-line pt-1 text-sm text-muted">
        {meaningOf(found[active], isNew)}
      </p>
    </>
  )
}

function meaningOf(code: CodeChoice | undefined, isNew: boolean): string {
  if (code) return code.definition || 'Nobody has defined this code yet.'
  return isNew ? 'A new code. It can be defined in the codebook afterwards.' : ''
}

type OptionProps = {
  id: string
  active: boolean
  describedBy: string
  onPoint: () => void
  onChoose: () => void
  children: React.ReactNode
}

function Option({ id, active, describedBy, onPoint, onChoose, children }: OptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      aria-describedby={active ? describedBy : undefined}
      className={classNames(
        'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1',
        active && 'bg-canal-tint',
      )}
      // the field keeps the focus, and the words stay selected
      onPointerDown={event => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      {children}
    </li>
  )
}

function recentOf(mine: { codeId: string; createdAt: string }[], living: CodeChoice[]): CodeChoice[] {
  const order = [...mine].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).map(span => span.codeId)
  return [...new Set(order)].flatMap(id => living.find(code => code.id === id) ?? []).slice(0, 5)
}

async function coin(reference: string, name: string): Promise<{ id: string; name: string; colour: number } | string> {
  try {
    const response = await fetch('/api/workspace/codes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reference, name }),
    })
    const answer = await response.json()
    return response.ok ? answer.value : String(answer.message)
  } catch {
    return 'A new code needs the line: it is cut. Codes that there are can be applied.'
  }
}
