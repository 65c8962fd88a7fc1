import type { ComponentProps, ReactNode } from 'react'

import { classNames } from './class-names'
import { controlLook, describedBy, FieldFrame, type FieldWords } from './field-frame'
import type { TextLimit } from './text-area'
import { TextCount } from './text-count'

const widths = {
  full: 'w-full',
  long: 'w-full max-w-xl',
  medium: 'w-full max-w-sm',
  short: 'w-full max-w-44',
  number: 'w-full max-w-24',
}

type FieldProps = ComponentProps<'input'> &
  FieldWords & {
    name: string
    width?: keyof typeof widths
    prefix?: ReactNode
    describes?: string
    limit?: TextLimit | undefined
  }

/**
 * One line of input with its label, hint and error. The width says how long an answer is expected.
 * `id` is the name unless given; `describes` adds an id to what describes it. A `limit` is told when most of it is used.
 */
export function Field({
  label,
  hint,
  error,
  heading,
  width = 'long',
  describes,
  className,
  prefix,
  limit,
  ...input
}: FieldProps) {
  const id = input.id ?? input.name
  const countId = limit ? `${id}-count` : undefined
  const control = (
    <input
      type="text"
      {...input}
      id={id}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { hint, error }, describes, countId)}
      className={classNames(controlLook, 'min-h-control', widths[width], prefix && 'rounded-l-none', className)}
    />
  )
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} heading={heading}>
      {prefix ? (
        <div className="flex">
          <span className="flex items-center rounded-l-md border-2 border-r-0 border-edge bg-paper px-3">{prefix}</span>
          {control}
        </div>
      ) : (
        control
      )}
      {limit && countId ? <TextCount id={countId} controlId={id} late {...limit} /> : null}
    </FieldFrame>
  )
}
