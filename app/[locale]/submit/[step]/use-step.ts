'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useActionState, useRef, useState, useTransition, type SubmitEvent } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'

import { postStep } from '@/app/[locale]/submit/actions'
import type { ConflictInWords } from '@/app/[locale]/submit/conflict-words'
import type { StepWords } from '@/app/[locale]/submit/step-words'
import { seeArrived, whereTo } from '@/components/ui/arrival'
import { listOf, readForm, textOf, type FormValues } from '@/lib/domain/step-form'
import type { FieldName, StepName } from '@/lib/domain/step-fields'
import { limits } from '@/lib/domain/submission'
import type { PageState } from './step-props'
import { useAutosave } from './use-autosave'

export type StepProps = {
  words: StepWords
  /** The answers kept so far. */
  values: FormValues
  page: PageState
  /** When something was saved last, such as `14:02`. */
  saved: string | null
  /** Where somebody came from to change one answer: the check page. */
  change: boolean
}

const { organisationName, practiceOf, neighbourhood, title, contactName, email, telephone, bestTimes } = limits
const lineLimits = { organisationName, practiceOf, neighbourhood, title, contactName, email, telephone, bestTimes }

type Refused = {
  message: string
  fields?: Record<string, string[] | undefined> | undefined
  byServer: boolean
  attempt: number
}

/** The schemas, and what checks them: not before somebody types, since most of a page's script is theirs. */
const loadCheck = () => import('./step-check')

/**
 * What all steps have in common. Browser and server read and check the form by the same two functions; without script,
 * the form posts itself and `useActionState` brings back what was refused.
 */
export function useStep(step: StepName, { words, values: kept, page, saved }: StepProps) {
  const [posted, action] = useActionState(postStep, null)
  const [sending, startSending] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(posted && { ...posted, byServer: true, attempt: 0 })
  const element = useRef<HTMLFormElement>(null)
  const autosave = useAutosave({ step, page, values: kept, saved, form: element })
  const form = useForm<FormValues>({
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
    resolver: async (_values, context, options) => {
      const given = readForm(step, new FormData(element.current ?? undefined))
      // offline before anybody typed: the server checks too
      const check = await loadCheck().catch(() => null)
      return check ? check.checkStep(step, given, context, options) : { values: given, errors: {} }
    },
  })
  const values = posted?.values ?? kept
  const own = sentencesOf(form.formState.errors, words.errors)
  // what the server refused stands until it is sent again; the browser's own errors go as they are mended
  const shown = refused?.byServer ? { ...refused.fields, ...own } : own
  const describe = (field: FieldName) => ({
    label: words.labels[field] ?? '',
    hint: words.hints[field],
    error: shown[field]?.[0],
    ...listen(field),
  })

  /** Without `ref`: through it the library would write its own idea of the values over what is ticked already. */
  function listen(name: FieldName | `links.${number}`) {
    const { onChange, onBlur } = form.register(name)
    return { name, onChange, onBlur }
  }

  function refuse(refusal: Omit<Refused, 'attempt'>) {
    setRefused(before => ({ ...refusal, attempt: (before?.attempt ?? 0) + 1 }))
  }

  /** A transition of our own, not the form's action: a lost connection must leave what was typed on the page. */
  async function send(data: FormData) {
    await autosave.saver.settle()
    const { versions, turn } = autosave.saver.pageState()
    data.set('versions', JSON.stringify(versions))
    data.set('turn', String(turn))
    try {
      const { conflicts = [], ...refusal } = await postStep(null, data)
      autosave.saver.contest(conflicts)
      refuse({ ...refusal, byServer: true })
    } catch (error) {
      if (whereTo(error) !== null) await autosave.saver.wiped()
      seeArrived(error)
      unstable_rethrow(error)
      if (unstable_isUnrecognizedActionError(error)) await loadNewVersion()
      refuse({ message: words.unreachable, byServer: true })
    }
  }

  /** The portal was renewed since this page was loaded: what it holds is saved, and the new page takes it up. */
  async function loadNewVersion() {
    await autosave.saver.flush()
    location.reload()
  }

  return {
    step,
    words,
    posted: posted !== null,
    autosave,
    conflicts: conflictsOf(autosave.state.conflicts, posted?.conflicts),
    refused,
    sending,
    form: {
      ref: element,
      action,
      noValidate: true,
      onInput() {
        void loadCheck().catch(() => undefined)
        autosave.onInput()
      },
      onBlur: autosave.onBlur,
      onSubmit(event: SubmitEvent<HTMLFormElement>) {
        event.preventDefault()
        if (sending) return
        const data = new FormData(event.currentTarget)
        const wrong = (errors: FieldErrors<FormValues>) =>
          refuse({ message: '', fields: sentencesOf(errors, words.errors), byServer: false })
        void form.handleSubmit(() => startSending(() => send(data)), wrong)(event)
      },
    },
    text: (field: FieldName) => ({ ...describe(field), defaultValue: textOf(values, field) }),
    /** An answer of one line, whose length is told when it gets long. */
    line: (field: keyof typeof lineLimits) => ({
      ...describe(field),
      defaultValue: textOf(values, field),
      limit: { unit: 'characters', most: lineLimits[field], words: words.counts.characters } as const,
    }),
    list: (field: FieldName) => ({ ...describe(field), defaultValue: listOf(values, field) }),
    /** What the form holds as it stands. */
    typed: () => (element.current ? readForm(step, new FormData(element.current)) : values),
    /** The error of one of several inputs, by its name, such as `links.0`. */
    errorAt: (name: string) => shown[name]?.[0],
    listen,
  }
}

/** Those that this page knows of; without script, those of the answer. */
function conflictsOf(known: ConflictInWords[], posted: ConflictInWords[] = []): ConflictInWords[] {
  return known.length > 0 ? known : posted
}

/** The errors of the form, by the names of their inputs, in sentences. */
function sentencesOf(errors: FieldErrors<FormValues>, sentences: Record<string, string>) {
  const fields: Record<string, string[]> = {}
  for (const [field, error] of Object.entries(errors)) {
    const several: unknown[] = Array.isArray(error) ? [...error] : [] // copied, because mended ones leave holes
    for (const [name, one] of [
      [field, error] as const,
      ...several.map((one, index) => [`${field}.${index}`, one] as const),
    ]) {
      const key = messageOf(one)
      if (key) fields[name] = [sentences[key] ?? key]
    }
  }
  return fields
}

function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { message, root } = error as { message?: unknown; root?: unknown }
  return typeof message === 'string' ? message : messageOf(root)
}
