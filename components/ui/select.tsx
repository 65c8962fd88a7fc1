import type { ComponentProps } from 'react'

import { classNames } from './class-names'
import { controlLook, describedBy, FieldFrame, type FieldWords } from './field-frame'

type SelectOption = { value: string; label: string; disabled?: boolean }

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & FieldWords & { name: string; options: SelectOption[] }

/** A native list to choose one from: for many options, in filters and in the workspace. Elsewhere use radios. */
export function Select({ label, hint, error, heading, options, className, ...select }: SelectProps) {
  const id = select.id ?? select.name
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} heading={heading}>
      <select
        {...select}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className={classNames(controlLook, 'min-h-control w-full max-w-xl', className)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
