'use client'

import Link from 'next/link'
import { startTransition, useActionState, useEffect, useRef, type FormEvent } from 'react'

import { classNames } from '@/components/ui/class-names'
import { Swatch } from '@/components/ui/tag'
import { siblingsOf, type Step, type TreeCode } from '@/lib/domain/codebook-tree'

import { shiftCode } from './actions'
import { useDrag, type Dragging } from './use-drag'

export type TreeRow = TreeCode & { colour: number; used: string; definition: string }

/**
 * The codes as lists within lists. For leads with buttons that move one a step and keep the focus, and a handle to drag
 * it by; both send the same form, and the buttons need no script.
 */
export function CodeTree({ codes, edits }: { codes: TreeRow[]; edits: boolean }) {
  const [answer, send] = useActionState(shiftCode, null)
  const pressed = useRef<string | null>(null)
  const form = useRef<HTMLFormElement>(null)

  // What moved is another element now, or stands elsewhere: either loses the focus.
  useEffect(() => {
    if (pressed.current) document.getElementById(pressed.current)?.focus()
  }, [answer])

  const move = (value: string, buttonId: string | null = null) => {
    pressed.current = buttonId
    const filled = new FormData()
    filled.set('move', value)
    startTransition(() => send(filled))
  }
  const drag = useDrag(form, value => move(value))

  const step = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    if (!(button instanceof HTMLButtonElement)) return
    if (button.ariaDisabled !== 'true') move(button.value, button.id)
  }

  if (!edits) return <Branch codes={codes} parentId={null} edits={false} drag={null} />
  return (
    <form ref={form} action={send} onSubmit={step} aria-label="Order of the codes">
      <p className="mb-2 max-w-[60ch] text-sm text-muted">
        In puts a code under the one before it, out puts it beside the one that it stands under. Or drag it by its
        handle.
      </p>
      <p role="status" className="min-h-6 text-sm">
        {answer?.ok ? answer.value.said : null}
      </p>
      {answer && !answer.ok ? (
        <p role="alert" className="font-semibold text-furnace">
          {answer.message}
        </p>
      ) : null}
      <Branch codes={codes} parentId={null} edits drag={drag} />
    </form>
  )
}

type BranchProps = { codes: TreeRow[]; parentId: string | null; edits: boolean; drag: Dragging | null }

function Branch({ codes, parentId, edits, drag }: BranchProps) {
  const siblings = siblingsOf(codes, parentId)
  if (siblings.length === 0) return null
  return (
    <ol className={parentId ? 'ml-3 border-l-2 border-line pl-2 sm:ml-5 sm:pl-3' : 'border-t border-line'}>
      {siblings.map((code, index) => (
        <li key={code.id} id={code.id} className="target:bg-canal-tint">
          <div
            data-code={code.id}
            className={classNames(
              'flex flex-wrap items-center gap-x-3 gap-y-1 border-y-2 border-transparent py-1',
              drag?.heldId === code.id && 'opacity-60',
              drag?.over?.targetId === code.id && over[drag.over.side],
            )}
          >
            {drag ? <Handle code={code} drag={drag} /> : null}
            <span className="flex min-w-0 flex-1 basis-48 flex-wrap items-center gap-x-2">
              <Swatch colour={code.colour} />
              <Link
                href={`/workspace/codebook/${code.id}`}
                prefetch={false}
                className="inline-flex min-h-6 min-w-0 items-center font-semibold"
              >
                {code.name}
              </Link>
              <span className="text-sm text-muted">{code.used}</span>
              {code.definition ? (
                <span dir="auto" className={classNames('w-full max-w-[75ch] pl-5 text-sm', edits && 'line-clamp-1')}>
                  {code.definition}
                </span>
              ) : null}
            </span>
            {edits ? (
              <Steps
                code={code}
                closed={{
                  up: index === 0,
                  down: index === siblings.length - 1,
                  in: index === 0,
                  out: code.parentId === null,
                }}
              />
            ) : null}
          </div>
          <Branch codes={codes} parentId={code.id} edits={edits} drag={drag} />
        </li>
      ))}
    </ol>
  )
}

const over = {
  before: 'border-t-canal',
  after: 'border-b-canal',
  under: 'border-canal bg-canal-tint',
}

function Handle({ code, drag }: { code: TreeRow; drag: Dragging }) {
  return (
    <span
      aria-hidden
      title={`Drag ${code.name}`}
      onPointerDown={event => drag.take(event, code.id)}
      className="inline-flex size-6 flex-none cursor-grab touch-none items-center justify-center text-muted select-none"
    >
      ⠿
    </span>
  )
}

const inRow: Step[] = ['up', 'down', 'out', 'in']
const words: Record<Step, string> = { up: 'Move up', down: 'Move down', in: 'Move in', out: 'Move out' }
const marks: Record<Step, string> = { up: '↑', down: '↓', in: '→', out: '←' }

/** A step that leads nowhere stays where it is, so that the focus can stay on it. */
function Steps({ code, closed }: { code: TreeRow; closed: Record<Step, boolean> }) {
  return (
    <span className="flex flex-none">
      {inRow.map(step => (
        <button
          key={step}
          id={`${step}-${code.id}`}
          name="move"
          value={`${code.id}:${step}`}
          aria-disabled={closed[step] || undefined}
          aria-label={`${words[step]}: ${code.name}`}
          title={words[step]}
          className="inline-flex size-8 cursor-pointer items-center justify-center rounded-md text-canal hover:bg-canal-tint aria-disabled:cursor-default aria-disabled:opacity-60"
        >
          {marks[step]}
        </button>
      ))}
    </span>
  )
}
