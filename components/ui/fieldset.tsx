import type { ReactNode } from 'react'

import { classNames } from './class-names'
import { describedBy, FieldError, FieldHint, type FieldWords } from './field-frame'

type FieldsetProps = FieldWords & {
  id: string
  children: ReactNode
  className?: string
  role?: 'radiogroup' | 'group'
}

/** A question with several controls. `heading` makes its legend the heading of the page. */
export function Fieldset({ id, label, hint, error, heading, children, className, role }: FieldsetProps) {
  return (
    <div className={error ? 'border-l-4 border-furnace pl-4' : ''}>
      <fieldset
        role={role}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error && role === 'radiogroup' ? true : undefined}
        className={classNames('flex min-w-0 flex-col gap-3', className)}
      >
        <legend className={heading ? 'mb-3' : 'mb-1.5 font-semibold'}>{heading ? <h1>{label}</h1> : label}</legend>
        {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
        {error ? <FieldError id={id}>{error}</FieldError> : null}
        {children}
      </fieldset>
    </div>
  )
}
