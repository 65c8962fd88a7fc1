'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'

import { ActionForm, type FieldErrors } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import type { CallView } from '@/lib/data/calls'
import type { Result } from '@/lib/result'

type Saved = Result<{ version: number }>

type Props<K> = {
  action: (before: Saved | null, form: FormData) => Promise<Saved>
  /** The beginning of the fields' names, which `rowsOf` of lib/domain/call-edit.ts reads. */
  list: string
  call: CallView
  kept: K[]
  noun: string
  hint: string
  children: (row: K | null, name: (field: string) => string, errorOf: FieldErrors) => ReactNode
}

/** One of the call's lists: its rows in their order, and room for new ones. Saved as a whole. */
export function RowsForm<K extends { id: string; name: string }>(props: Props<K>) {
  const { action, list, call, kept, noun, hint, children } = props
  const [added, setAdded] = useState(0)
  const rows = useRef<HTMLOListElement>(null)
  // The new row stands above the button that made it.
  useEffect(() => {
    if (added > 0) rows.current?.lastElementChild?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
  }, [added])
  return (
    <ActionForm
      action={action}
      submit={`Save ${noun === 'lens' ? 'lenses' : `${noun}s`}`}
      done="Saved. The public pages show it now."
      version={call.version}
      guarded
      onDone={() => setAdded(0)}
    >
      {errorOf => (
        <>
          <input type="hidden" name="callId" value={call.id} />
          <p className="max-w-[60ch] text-muted">{hint}</p>
          <ol ref={rows} className="flex flex-col gap-4">
            {[...kept, ...Array.from({ length: added }, () => null)].map((row, index) => {
              const name = (field: string) => `${list}.${index}.${field}`
              return (
                <li key={row?.id ?? `new-${index}`} className="rounded-md border border-line bg-sheet p-4">
                  <fieldset className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto]">
                    <legend className="sr-only">{row ? row.name : `New ${noun}`}</legend>
                    <div className="flex min-w-0 flex-col gap-4">
                      {children(row, name, field => errorOf(name(field)))}
                    </div>
                    <div className="flex flex-wrap items-end gap-3 self-start">
                      <input type="hidden" name={name('id')} value={row?.id ?? ''} />
                      <Field
                        name={name('position')}
                        label="Order"
                        inputMode="numeric"
                        width="number"
                        defaultValue={index + 1}
                        error={errorOf(name('position'))}
                      />
                      {row ? <Checkbox name={name('remove')} label="Remove" /> : null}
                    </div>
                  </fieldset>
                </li>
              )
            })}
          </ol>
          <Button type="button" variant="secondary" className="self-start" onClick={() => setAdded(added + 1)}>
            Add a {noun}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
