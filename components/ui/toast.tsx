'use client'

import { useEffect, useState } from 'react'

import { Button } from './button'

type ToastProps = { message: string; undoLabel?: string; onUndo?: () => void; onGone: () => void; seconds?: number }

/** Says that something is done and offers to undo it. The time stands still while the pointer or the focus is on it. */
export function Toast({ message, undoLabel, onUndo, onGone, seconds = 10 }: ToastProps) {
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (held) return
    const timer = setTimeout(onGone, seconds * 1000)
    return () => clearTimeout(timer)
  }, [held, onGone, seconds])

  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-4 z-10 mx-auto flex w-fit max-w-xl items-center gap-4 rounded-md bg-ink px-4 py-3 text-paper shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{message}</span>
      {onUndo && undoLabel ? (
        <Button type="button" variant="secondary" onClick={onUndo}>
          {undoLabel}
        </Button>
      ) : null}
    </div>
  )
}
