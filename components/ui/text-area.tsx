import type { ComponentProps } from 'react'

import { classNames } from './class-names'
import { controlLook, describedBy, FieldFrame, type FieldWords } from './field-frame'
import { TextCount, type CountWords } from './text-count'

/** A limit that is said while typing. Words are runs of non-space, characters are Unicode code points. */
export type TextLimit = { unit: 'words' | 'characters'; most: number; words: CountWords }

type TextAreaProps = ComponentProps<'textarea'> & FieldWords & { name: string; limit?: TextLimit }

/** Several lines of text. Going over the limit is allowed while typing and refused on sending: nothing is cut off. */
export function TextArea({ label, hint, error, heading, limit, className, ...area }: TextAreaProps) {
  const id = area.id ?? area.name
  const countId = limit ? `${id}-count` : undefined
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} heading={heading}>
      <textarea
        rows={6}
        dir="auto"
        {...area}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error }, countId)}
        className={classNames(
          controlLook,
          'field-sizing-content max-h-[70vh] min-h-32 w-full max-w-2xl py-2 leading-normal',
          className,
        )}
      />
      {limit && countId ? <TextCount id={countId} controlId={id} {...limit} /> : null}
    </FieldFrame>
  )
}
