'use client'

import { useId, useState, type ReactNode } from 'react'

import { classNames } from './class-names'
import { Chevron } from './disclosure'

/** What is always there on a wide screen, and on a small one stands behind a button. */
export function Fold({ label, children }: { label: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-control items-center gap-2 font-semibold xl:hidden"
      >
        <Chevron className={open ? 'rotate-90' : ''} />
        {label}
      </button>
      <div id={id} className={classNames('flex flex-col gap-3', !open && 'max-xl:hidden')}>
        {children}
      </div>
    </div>
  )
}
