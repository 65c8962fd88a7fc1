'use client'

import { useEffect, useRef, type MouseEvent } from 'react'

import type { Conflict } from '@/lib/result'

import { Button } from './button'
import { Table } from './table'

// Emptied of what was typed first: a guarded form would ask about it, and that was just answered.
function keep(event: MouseEvent<HTMLButtonElement>) {
  event.currentTarget.form?.reset()
  window.location.reload()
}

/** Somebody else saved the same thing meanwhile: both are shown, and nothing is overwritten until one is chosen. */
export function ConflictNotice({ message, conflict }: { message: string; conflict: Conflict }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [conflict])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md border-4 border-furnace bg-sheet p-4">
      <p className="font-semibold">{message}</p>
      {conflict.changes.length > 0 ? (
        <div className="mt-3">
          <Table caption="What differs" captionHidden>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Saved by somebody else</th>
                <th scope="col">Yours</th>
              </tr>
            </thead>
            <tbody>
              {conflict.changes.map(({ label, theirs, yours }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="whitespace-pre-line">{theirs}</td>
                  <td className="whitespace-pre-line">{yours}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      ) : (
        <p className="mt-2">What is saved now is the same as yours.</p>
      )}
      <p className="mt-3">Below is still what you chose. Save it, change it first, or keep what is saved.</p>
      <Button type="button" variant="secondary" className="mt-3" onClick={keep}>
        Keep what is saved
      </Button>
    </div>
  )
}
