'use client'

import { startTransition, useActionState, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'

import { refused, type Refusal, type Result } from '@/lib/result'

import { seeArrived } from './arrival'
import { Button, type ButtonVariant } from './button'
import { classNames } from './class-names'
import { ConflictNotice } from './conflict-notice'
import { ErrorSummary } from './error-summary'
import { useKeptText } from './kept-text'
import { useUnsavedGuard } from './unsaved'

/** The sentence beside a field, by the field's name. */
export type FieldErrors = (name: string) => string | undefined

type Action<T> = (before: Result<T> | null, form: FormData) => Promise<Result<T>>

type ActionFormProps<T> = {
  /** A server action itself, never bound: what it needs stands in hidden fields. */
  action: Action<T>
  submit: ReactNode
  variant?: ButtonVariant
  /** Said once it is done. */
  done?: string
  /** What was read: sent as `version`, and after a conflict the version that somebody else saved. */
  version?: number
  /** For forms of one or two fields: a refusal is a line, not a box. */
  small?: boolean
  /** What the fields' ids have before their names, where a page has several forms of a kind. */
  idPrefix?: string
  label?: string
  id?: string
  /** For long texts: asks before what was typed is left behind. */
  guarded?: boolean
  /** A name, one for each form there is: what was typed outlives the page and the session under it, until it is saved. */
  kept?: string
  className?: string
  onDone?: (value: T) => void
  children?: ReactNode | ((errors: FieldErrors, value: T | null) => ReactNode)
}

/** A form that sends an action, keeps what was typed when it is refused, and begins anew when it is done. */
export function ActionForm<T>({
  action,
  submit,
  variant = 'primary',
  done,
  version,
  small,
  idPrefix = '',
  label,
  id,
  guarded = false,
  kept,
  className,
  onDone,
  children,
}: ActionFormProps<T>) {
  // Without script the first is sent, by the browser; with it the second, which can tell a lost line from a fault.
  const [posted, post] = useActionState(action, null)
  const [sent, send, pending] = useActionState(overTheLine(action), null)
  const answer = sent ?? posted
  const [heard, setHeard] = useState<{
    answer: Result<T> | null
    count: number
  }>({ answer: null, count: 0 })
  if (heard.answer !== answer) setHeard({ answer, count: heard.count + 1 })
  const form = useRef<HTMLFormElement>(null)
  const refusal = answer && !answer.ok ? answer : null
  useUnsavedGuard(form, guarded)
  const restored = useKeptText(form, kept)

  useEffect(() => {
    if (!answer?.ok) return
    form.current?.reset()
    onDone?.(answer.value)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only an answer is news: `onDone` may be another function each time
  }, [answer])

  // Sent by hand: React empties a form whose action has answered, also when the answer is a refusal.
  const sendAndKeep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const filled = new FormData(event.currentTarget, pressed)
    startTransition(() => send(filled))
  }

  return (
    <form
      ref={form}
      id={id}
      action={post}
      onSubmit={sendAndKeep}
      noValidate
      // Browsers would put what was chosen before a reload back into fields, beside the newly read version.
      autoComplete="off"
      aria-label={label}
      className={classNames('flex flex-col gap-4', className)}
    >
      {refusal?.conflict ? (
        <ConflictNotice message={refusal.message} conflict={refusal.conflict} />
      ) : refusal && small ? (
        <p role="alert" className="font-semibold text-furnace">
          {Object.values(refusal.fields ?? {}).flatMap(messages => messages ?? [])[0] ?? refusal.message}
          <WaysOn refusal={refusal} kept={kept !== undefined} />
        </p>
      ) : refusal?.signedOut ? (
        <p role="alert" className="font-semibold text-furnace">
          {refusal.message}
          <WaysOn refusal={refusal} kept={kept !== undefined} />
        </p>
      ) : refusal ? (
        <ErrorSummary
          title="There is a problem"
          message={refusal.message}
          fields={prefixed(refusal.fields, idPrefix)}
          attempt={heard.count}
        />
      ) : null}
      {version === undefined ? null : (
        <input type="hidden" name="version" value={refusal?.conflict?.version ?? version} />
      )}
      {typeof children === 'function'
        ? children(name => refusal?.fields?.[name]?.[0], answer?.ok ? answer.value : null)
        : children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant={variant} aria-disabled={pending || undefined}>
          {refusal?.conflict ? 'Save mine' : submit}
        </Button>
        <p role="status" className="text-sm text-muted empty:hidden">
          {answer?.ok && done && !pending ? done : restored ? 'What you typed before is here again.' : null}
        </p>
      </div>
    </form>
  )
}

/** After the end of a session: the way to a new one, and back to this page. */
function WaysOn({ refusal, kept }: { refusal: Refusal; kept: boolean }) {
  if (!refusal.signedOut) return null
  const here = typeof window === 'undefined' ? '/workspace' : window.location.pathname + window.location.search
  return (
    <>
      {kept ? ' What you typed is kept.' : null}{' '}
      <a href={`/sign-in?to=${encodeURIComponent(here)}`} className="inline-flex min-h-6 items-center">
        Sign in and come back
      </a>
    </>
  )
}

const noLine =
  'The portal could not be reached. What you entered is still here: send it again when you are back online.'

// A browser whose request never got an answer throws a TypeError; whatever the server says comes otherwise.
function overTheLine<T>(action: Action<T>): Action<T> {
  return async (before, filled) => {
    try {
      return await action(before, filled)
    } catch (fault) {
      if (fault instanceof TypeError) return refused(noLine)
      seeArrived(fault)
      throw fault
    }
  }
}

function prefixed(fields: Record<string, string[] | undefined> | undefined, prefix: string) {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([name, messages]) => [prefix + name, messages]))
}
