'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

import { trapName } from '@/app/[locale]/submit/trap'
import { Button, ButtonRow } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { isStepField, listOf, stepFields, textOf } from '@/lib/domain/step-form'
import type { StepName } from '@/lib/domain/step-fields'
import { ConflictChoices } from './conflict-choices'
import { ProgressLine, SaveTrouble } from './save-state'
import type { PageState } from './step-props'
import type { useStep } from './use-step'

type StepFormProps = {
  control: ReturnType<typeof useStep>
  change: boolean
  page: PageState
  progress: string
  /** The page of a call that takes no answers, with what was kept. What was just typed still stands beneath it. */
  closed?: ReactNode
  /** Something to know before answering. */
  notice?: ReactNode
  /** Whether the step's first question is the page's heading itself. */
  ownHeading?: boolean
  children: ReactNode
}

/** Everything around the fields of a step: title, where I am, what is saved, error summary, heading, buttons. */
export function StepForm({ control, change, page, progress, closed, notice, ownHeading, children }: StepFormProps) {
  const { words, refused, sending, posted, step, form, autosave, conflicts } = control
  if (closed && !posted) return closed
  const heading = ownHeading ? null : <h1 className="mb-4 max-w-[24ch]">{words.heading}</h1>
  return (
    <form {...form}>
      <title>{refused ? words.errorTitle : words.title}</title>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="writer" value={page.writer} />
      <input type="hidden" name="turn" value="0" />
      <input type="hidden" name="versions" value={JSON.stringify(page.versions)} />
      {change ? <input type="hidden" name="change" value="1" /> : null}
      <Trap label={words.save.trap} />
      {closed ?? <ErrorSummary title={words.problem} {...refused} fields={inOrder(step, refused?.fields)} />}
      <ConflictChoices
        conflicts={conflicts}
        mine={field => shownHere(control, field)}
        words={words.save}
        onChoose={autosave.choose}
      />
      {notice}
      <ProgressLine progress={progress} state={autosave.state} words={words.save} />
      {heading}
      {words.help ? <p className="mb-8 max-w-[60ch] text-lg">{words.help}</p> : null}
      <div className="flex flex-col gap-8">{children}</div>
      {closed ? null : (
        <ButtonRow className="mt-10">
          <Button large aria-disabled={sending}>
            {words.continue}
          </Button>
          <Link href="/submit/later" prefetch={false} className="inline-flex min-h-control items-center">
            {words.save.later}
          </Link>
        </ButtonRow>
      )}
      <SaveTrouble state={autosave.state} words={words.save} />
    </form>
  )
}

/** Machines fill in every field that they find; people neither see this one nor reach it. */
function Trap({ label }: { label: string }) {
  return (
    <div aria-hidden className="trap">
      <label htmlFor={trapName}>{label}</label>
      <input id={trapName} name={trapName} tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  )
}

/** What stands on this page in a field, to be compared with what another page saved. */
function shownHere({ words, typed }: StepFormProps['control'], field: string): string {
  if (!isStepField(field)) return ''
  const values = typed()
  const chosen = listOf(values, field)
  return chosen.length > 0
    ? chosen.map(key => words.choices[key] ?? key).join('\n')
    : labelled(words, textOf(values, field))
}

function labelled({ choices }: StepFormProps['control']['words'], text: string): string {
  return choices[text] ?? text
}

type FieldMessages = Record<string, string[] | undefined>

/** As the page asks; the schema finds what concerns several fields last. `links.0` goes with `links`. */
function inOrder(step: StepName, fields: FieldMessages = {}): FieldMessages {
  const order: readonly string[] = stepFields(step)
  const place = ([name]: [string, unknown]) => order.indexOf(name.replace(/\.\d+$/, ''))
  return Object.fromEntries(Object.entries(fields).toSorted((one, other) => place(one) - place(other)))
}
