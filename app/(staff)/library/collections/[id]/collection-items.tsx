'use client'

import Link from 'next/link'
import { startTransition, useOptimistic, useState, type DragEvent } from 'react'

import { moveItem, putBack, takeOut } from '@/app/(staff)/library/collections/actions'
import { Pick } from '@/app/(staff)/library/picking'
import { StandingTag } from '@/app/(staff)/library/standing-tag'
import { Button } from '@/components/ui/button'
import { Toast } from '@/components/ui/toast'
import { classNames } from '@/components/ui/class-names'
import type { CollectionItemView } from '@/lib/data/collections'
import type { TakenOut } from '@/lib/data/collection-editing'

import { ItemNote } from './item-note'

type Props = { collectionId: string; mine: boolean; items: CollectionItemView[] }

/** What is in a collection, in its order, which its owner changes with buttons or by dragging. */
export function CollectionItems({ collectionId, mine, items }: Props) {
  const [order, setOrder] = useOptimistic(items, (now: CollectionItemView[], move: Move) => moved(now, move))
  const [dragged, setDragged] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [taken, setTaken] = useState<(TakenOut & { title: string }) | null>(null)

  const send = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ id: collectionId, ...fields })) form.set(name, value)
    return form
  }
  const move = (item: string, to: number) =>
    startTransition(async () => {
      setOrder({ item, to })
      const result = await moveItem(null, send({ item, to: String(to) }))
      setSaid(result.ok ? `${titleOf(order, item)}: now number ${to + 1}.` : result.message)
    })
  const remove = (item: string) =>
    startTransition(async () => {
      const result = await takeOut(null, send({ item }))
      if (result.ok) setTaken({ ...result.value, title: titleOf(order, item) })
      else setSaid(result.message)
    })
  const undo = ({ item, note, to }: TakenOut) =>
    startTransition(async () => {
      const result = await putBack(null, send({ item, note, to: String(to) }))
      if (!result.ok) setSaid(result.message)
      setTaken(null)
    })
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged) move(dragged, to)
    setDragged(null)
  }

  return (
    <>
      <ol aria-label="In this collection" className="flex flex-col">
        {order.map((entry, index) => (
          <li
            key={entry.id}
            draggable={mine}
            onDragStart={() => setDragged(entry.id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={event => (dragged ? event.preventDefault() : undefined)}
            onDrop={event => drop(event, index)}
            className={classNames(
              'grid gap-x-8 gap-y-2 border-t-2 border-line py-4 lg:grid-cols-[minmax(0,1fr)_auto]',
              dragged === entry.id && 'opacity-60',
            )}
          >
            <div className="min-w-0">
              {entry.study ? <Study study={entry.study} number={index + 1} /> : <Gone />}
              {entry.study ? (
                <ItemNote
                  collectionId={collectionId}
                  item={entry.id}
                  title={entry.study.title}
                  note={entry.note}
                  mine={mine}
                />
              ) : null}
            </div>
            {mine ? (
              <div className="no-print flex flex-wrap items-start gap-x-1 lg:justify-end">
                <MoveButton
                  title={titleOf(order, entry.id)}
                  label="Move up"
                  off={index === 0}
                  onClick={() => move(entry.id, index - 1)}
                />
                <MoveButton
                  title={titleOf(order, entry.id)}
                  label="Move down"
                  off={index === order.length - 1}
                  onClick={() => move(entry.id, index + 1)}
                />
                <MoveButton
                  title={titleOf(order, entry.id)}
                  label="Take out"
                  off={false}
                  onClick={() => remove(entry.id)}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      <p role="status" className="mt-2 text-sm text-muted empty:hidden">
        {said}
      </p>
      {taken ? (
        <Toast
          key={taken.item}
          message={`Took out “${taken.title}”.`}
          {...(taken.title === goneTitle ? {} : { undoLabel: 'Undo', onUndo: () => undo(taken) })}
          onGone={() => setTaken(null)}
        />
      ) : null}
    </>
  )
}

type Move = { item: string; to: number }
const goneTitle = 'what has left the library'

function titleOf(items: readonly CollectionItemView[], id: string): string {
  return items.find(item => item.id === id)?.study?.title ?? goneTitle
}

function moved(items: CollectionItemView[], { item, to }: Move): CollectionItemView[] {
  const entry = items.find(({ id }) => id === item)
  if (!entry) return items
  const others = items.filter(({ id }) => id !== item)
  return [...others.slice(0, to), entry, ...others.slice(to)]
}

function Study({ study, number }: { study: NonNullable<CollectionItemView['study']>; number: number }) {
  return (
    <>
      <h2 className="text-lg leading-snug">
        {number}.{' '}
        <Link href={`/library/case-studies/${study.slug}`} prefetch={false} className="text-ink hover:text-canal">
          {study.title}
        </Link>
      </h2>
      <p className="mt-1 max-w-[66ch]">{study.summary}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <StandingTag study={study} />
        {study.placeNames.join(', ')}
        <Pick slug={study.slug} title={study.title} />
      </p>
    </>
  )
}

/** A case study stood here. Whoever it was written from, or those who approved it, took it back: no word of it is kept. */
function Gone() {
  return (
    <p className="max-w-[66ch] text-muted">
      A case study that was here has left the library. Nothing of it is kept, your note neither.
    </p>
  )
}

type MoveButtonProps = { title: string; label: string; off: boolean; onClick: () => void }

function MoveButton({ title, label, off, onClick }: MoveButtonProps) {
  return (
    <Button type="button" variant="quiet" aria-disabled={off || undefined} onClick={off ? undefined : onClick}>
      <span>
        {label}
        <span className="sr-only"> {title}</span>
      </span>
    </Button>
  )
}
