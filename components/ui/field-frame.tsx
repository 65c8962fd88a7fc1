import type { ReactNode } from 'react'

import { classNames } from './class-names'

/** What every field says about itself. `heading` makes the label the heading of its page (one question a page). */
export type FieldWords = { label: ReactNode; hint?: ReactNode; error?: string | undefined; heading?: boolean }

const hintId = (id: string) => `${id}-hint`
const errorId = (id: string) => `${id}-error`

/** The ids that describe a field, for `aria-describedby`. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldWords, 'hint' | 'error'>,
  ...others: (string | undefined)[]
) {
  return classNames(hint ? hintId(id) : '', error ? errorId(id) : '', ...others) || undefined
}

/** The sentence beside a field that has to be corrected; the same one stands in the error summary. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={errorId(id)} className="font-semibold text-furnace">
      {children}
    </p>
  )
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={hintId(id)} className="max-w-[60ch] text-muted">
      {children}
    </div>
  )
}

/** Label, hint and error around one control. A field in error has a bar at its side. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  heading,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  const name = (
    <label htmlFor={id} className={heading ? '' : 'font-semibold'}>
      {label}
    </label>
  )
  return (
    <div className={classNames('flex flex-col gap-1.5', error && 'border-l-4 border-furnace pl-4')}>
      {heading ? <h1 className="mb-2">{name}</h1> : name}
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      {children}
    </div>
  )
}

/** The look that inputs, text areas and selects share. */
export const controlLook =
  'rounded-md border-2 border-edge bg-sheet px-3 py-1 text-ink aria-invalid:border-furnace ' +
  'hover:border-ink disabled:opacity-60'
