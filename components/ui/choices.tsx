import type { ComponentProps, ReactNode } from 'react'

import { classNames } from './class-names'
import { Fieldset } from './fieldset'
import type { FieldWords } from './field-frame'

/** One thing to choose. `reveal` is shown once it is chosen, by style alone. */
export type Choice = { value: string; label: ReactNode; hint?: ReactNode; reveal?: ReactNode; disabled?: boolean }

/** What `register(name)` of react-hook-form gives, or the same written by hand. */
type InputProps = Omit<
  ComponentProps<'input'>,
  'type' | 'value' | 'defaultValue' | 'defaultChecked' | 'id' | 'name' | 'className'
>

type ChoicesProps = FieldWords & InputProps & { name: string; choices: Choice[]; columns?: 1 | 2 }

type RadiosProps = ChoicesProps & { defaultValue?: string | undefined; inline?: boolean }

type CheckboxesProps = ChoicesProps & { defaultValue?: readonly string[] | undefined }

/** One of several. The first radio's id is the name, so that the error summary leads to it. */
export function Radios({
  label,
  hint,
  error,
  heading,
  choices,
  columns,
  inline,
  name,
  defaultValue,
  ...input
}: RadiosProps) {
  return (
    <Fieldset id={name} role="radiogroup" label={label} hint={hint} error={error} heading={heading}>
      <div className={inline ? 'flex flex-wrap gap-2' : listLook(columns)}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            choice={choice}
            input={{
              ...input,
              type: 'radio',
              name,
              id: choiceId(name, index),
              defaultChecked: choice.value === defaultValue,
            }}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** Any of several, each sent under the same name. */
export function Checkboxes({
  label,
  hint,
  error,
  heading,
  choices,
  columns,
  name,
  defaultValue = [],
  ...input
}: CheckboxesProps) {
  return (
    <Fieldset id={name} label={label} hint={hint} error={error} heading={heading}>
      <div className={listLook(columns)}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            choice={choice}
            input={{
              ...input,
              type: 'checkbox',
              name,
              id: choiceId(name, index),
              defaultChecked: defaultValue.includes(choice.value),
            }}
          />
        ))}
      </div>
    </Fieldset>
  )
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
}

/** A single yes. */
export function Checkbox({ label, hint, error, ...input }: CheckboxProps) {
  return (
    <div className={classNames('flex flex-col gap-1.5', error && 'border-l-4 border-furnace pl-4')}>
      {error ? (
        <p id={`${input.name}-error`} className="font-semibold text-furnace">
          {error}
        </p>
      ) : null}
      <ChoiceRow
        choice={{ value: typeof input.value === 'string' ? input.value : 'yes', label, hint }}
        input={{ ...input, type: 'checkbox', id: input.id ?? input.name, 'aria-invalid': error ? true : undefined }}
        describes={error ? `${input.name}-error` : undefined}
      />
    </div>
  )
}

function listLook(columns: 1 | 2 = 1) {
  return columns === 2 ? 'grid gap-2 sm:grid-cols-2' : 'flex max-w-2xl flex-col gap-2'
}

function choiceId(name: string, index: number) {
  return index === 0 ? name : `${name}-${index + 1}`
}

/** The whole row can be pressed: 44 px high on public pages. */
function ChoiceRow({
  choice,
  input,
  describes,
}: {
  choice: Choice
  input: ComponentProps<'input'>
  describes?: string | undefined
}) {
  const hint = choice.hint ? `${input.id}-hint-of` : undefined
  return (
    <div className="choice min-w-0">
      <label
        className={classNames(
          'flex h-full min-h-control gap-3 rounded-md border-2 border-line bg-sheet px-control-pad py-[calc((var(--control)-var(--tick)-4px)/2)]',
          'hover:border-edge has-checked:border-canal has-checked:bg-canal-tint',
          choice.disabled && 'opacity-60',
        )}
      >
        <input
          {...input}
          value={choice.value}
          disabled={choice.disabled ?? input.disabled}
          aria-describedby={classNames(hint, describes) || undefined}
          className="tick"
        />
        <span className="flex min-h-tick min-w-0 flex-1 flex-col justify-center self-start leading-snug">
          {choice.label}
          {hint ? (
            <span id={hint} aria-hidden className="block text-sm text-muted">
              {choice.hint}
            </span>
          ) : null}
        </span>
      </label>
      {choice.reveal ? (
        <div className="reveal my-3 ml-4 flex flex-col gap-4 border-l-4 border-line pl-5">{choice.reveal}</div>
      ) : null}
    </div>
  )
}
