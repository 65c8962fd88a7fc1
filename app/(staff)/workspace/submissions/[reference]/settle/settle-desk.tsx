'use client'

import { useActionState, useEffect, useRef, useState, type KeyboardEvent } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import type { ComparedRow, SettlingView } from '@/lib/data/settling-view'
import { choiceKeys, settleChoices } from '@/lib/domain/settling'

import { acceptAll, settle, settleAll, undoLast } from './actions'
import { CodedTexts } from './coded-texts'
import { Difference } from './difference'
import { SettleKeys } from './settle-keys'

const undoForm = 'undo-last'

/** Where a lead settles what two coded: one difference after the other, by keys or by buttons. */
export function SettleDesk({ view }: { view: SettlingView }) {
  const { differing, alike } = view
  const [answer, send, pending] = useActionState(settle, null)
  const [place, setPlace] = useState(0)
  const [keysShown, showKeys] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const worked = useRef(false)
  const at = Math.min(place, Math.max(0, differing.length - 1))
  const current = differing[at]

  // What was settled is gone from the list: the focus goes to what took its place, or to the end where nothing did.
  useEffect(() => {
    if (!worked.current) return
    worked.current = false
    const next = list.current?.querySelector<HTMLElement>('article[tabindex="0"]') ?? list.current
    next?.focus()
  }, [differing.length, alike.length])

  const look = (to: number) => {
    const row = differing[Math.max(0, Math.min(to, differing.length - 1))]
    const id = row && idOf(row)
    if (id) document.getElementById(id)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const choice = settleChoices.find(one => choiceKeys[one] === event.key)
    if (choice && current) choose(idOf(current), choice)
    else if (event.key === 'ArrowDown') look(at + 1)
    else if (event.key === 'ArrowUp') look(at - 1)
    else if (event.key === '?') showKeys(!keysShown)
    else if (event.key === 'u') document.querySelector<HTMLFormElement>(`#${undoForm}`)?.requestSubmit()
    else return
    event.preventDefault()
    if (choice || event.key === 'u') worked.current = true
  }
  const choose = (id: string, choice: string) => {
    const button = document.getElementById(id)?.querySelector<HTMLButtonElement>(`button[value="${choice}"]`)
    if (button && !pending) button.form?.requestSubmit(button)
  }

  return (
    <div className="flex flex-col gap-6">
      <Standing view={view} />
      <CodedTexts view={view} looked={[current?.first?.id, current?.second?.id].flatMap(id => id ?? [])} />
      <SettleKeys open={keysShown} onToggle={showKeys} />
      <div ref={list} tabIndex={-1} onKeyDown={press} onClick={() => (worked.current = true)}>
        <h2 id="differences" className="mb-4 text-xl">
          {differing.length === 0
            ? 'Nothing left that they coded differently'
            : `${differing.length} coded differently`}
        </h2>
        {answer && !answer.ok && !pending ? (
          <p role="alert" className="mb-4 font-semibold text-furnace">
            {answer.message}
          </p>
        ) : null}
        <ol aria-labelledby="differences" className="flex flex-col gap-4">
          {differing.map((row, index) => (
            <li key={idOf(row)}>
              <Difference
                view={view}
                row={row}
                current={index === at}
                pending={pending}
                send={send}
                onLook={() => setPlace(index)}
              />
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

function idOf({ first, second }: ComparedRow) {
  return `difference-${(first ?? second)?.id}`
}

/** What is left, and what can be done with all of it. */
function Standing({ view }: { view: SettlingView }) {
  const { alike, differing, settled, stage, reference } = view
  const hidden = <input type="hidden" name="reference" value={reference} />
  if (stage === 'SETTLED')
    return (
      <Notice tone="moss" title="This submission is settled.">
        To change what is agreed, move it back to coded on its own page.
      </Notice>
    )
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      {alike.length > 0 ? (
        <ActionForm
          action={acceptAll}
          submit={alike.length === 1 ? 'Accept the 1 that agrees' : `Accept all ${alike.length} that agree`}
          small
        >
          {hidden}
        </ActionForm>
      ) : null}
      {alike.length + differing.length === 0 ? (
        <ActionForm action={settleAll} submit="Settle this submission" small>
          {hidden}
        </ActionForm>
      ) : null}
      {settled.length > 0 ? (
        <ActionForm action={undoLast} submit="Undo the last" variant="quiet" small id={undoForm}>
          {hidden}
          <input type="hidden" name="lastId" value={settled[0]?.id ?? ''} readOnly />
        </ActionForm>
      ) : null}
      <p role="status" className="self-center text-muted">
        {differing.length} to settle one by one, {alike.length} coded alike, {settled.length} settled
      </p>
    </div>
  )
}
