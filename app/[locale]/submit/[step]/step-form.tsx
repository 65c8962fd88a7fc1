'use client'

import type { ReactNode } from 'react'

import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { stepFields } from '@/lib/domain/step-form'
import type { StepName } from '@/lib/domain/steps'
import type { useStep } from './use-step'

type StepFormProps = {
  control: ReturnType<typeof useStep>
  change: boolean
  progress: string
  saved?: string | undefined
  /** The page of a call that takes no answers, with what was kept. What was just typed still stands beneath it. */
  closed?: ReactNode
  /** Something to know before answering. */
  notice?: ReactNode
  /** Whether the step's first question is the page's heading itself. */
  ownHeading?: boolean
  children: ReactNode
}

/** Everything around the fields of a step: title, where I am, error summary, heading, button. */
export function StepForm({ control, change, progress, saved, closed, notice, ownHeading, children }: StepFormProps) {
  const { words, refused, sending, posted, step, form } = control
  if (closed && !posted) return closed
  const heading = ownHeading ? null : <h1 className="mb-4 max-w-[24ch]">{words.heading}</h1>
  return (
    <form {...form}>
      <title>{refused ? words.errorTitle : words.title}</title>
      <input type="hidden" name="step" value={step} />
      {change ? <input type="hidden" name="change" value="1" /> : null}
      {closed ?? <ErrorSummary title={words.problem} {...refused} fields={inOrder(step, refused?.fields)} />}
      {notice}
      <p className="mb-2 flex flex-wrap gap-x-4 text-muted tabular-nums">
        <span>{progress}</span>
        {saved ? <span>{saved}</span> : null}
      </p>
      {heading}
      {words.help ? <p className="mb-8 max-w-[60ch] text-lg">{words.help}</p> : null}
      <div className="flex flex-col gap-8">{children}</div>
      {closed ? null : (
        <Button large className="mt-10" aria-disabled={sending}>
          {words.continue}
        </Button>
      )}
    </form>
  )
}

type FieldMessages = Record<string, string[] | undefined>

/** As the page asks; the schema finds what concerns several fields last. `links.0` goes with `links`. */
function inOrder(step: StepName, fields: FieldMessages = {}): FieldMessages {
  const order: string[] = stepFields(step)
  const place = ([name]: [string, unknown]) => order.indexOf(name.replace(/\.\d+$/, ''))
  return Object.fromEntries(Object.entries(fields).toSorted((one, other) => place(one) - place(other)))
}
