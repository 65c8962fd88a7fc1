'use client'

import { useId, useRef, type ReactNode } from 'react'

import { Button, type ButtonVariant } from './button'

type DialogProps = {
  opener: ReactNode
  openerVariant?: ButtonVariant
  title: string
  closeLabel: string
  children: ReactNode
}

/**
 * A button that opens a native dialog: the browser keeps the focus inside, closes it by Escape and gives the focus
 * back. A form inside with `method="dialog"` closes it too. Without script the button does nothing: never the only way.
 */
export function Dialog({ opener, openerVariant = 'secondary', title, closeLabel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <Button type="button" variant={openerVariant} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {opener}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-line bg-sheet p-6 text-ink shadow-float backdrop:bg-focus-edge/60"
      >
        <h2 id={titleId}>{title}</h2>
        <div className="mt-4">{children}</div>
        <form method="dialog" className="mt-6">
          <Button variant="secondary">{closeLabel}</Button>
        </form>
      </dialog>
    </>
  )
}
