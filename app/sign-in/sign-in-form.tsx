'use client'

import { useActionState, useEffect } from 'react'

import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'

import { signInWithPassword, type SignInAnswer } from './actions'

const nothing: SignInAnswer = null

/** Email address and password. Works without script: the server shows the form again with what was wrong. */
export function SignInForm({ to }: { to: string | null }) {
  const [answer, send, pending] = useActionState(signInWithPassword, nothing)
  const fields = answer?.refusal.fields
  useEffect(() => {
    if (answer && !document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
  }, [answer])
  return (
    <form action={send} noValidate>
      <ErrorSummary
        title="There is a problem"
        message={answer?.refusal.message}
        fields={fields ?? (answer ? { email: answer.refusal.message } : undefined)}
      />
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <div className="flex flex-col gap-6">
        <Field
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          width="medium"
          defaultValue={answer?.email}
          error={fields?.email?.[0]}
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          width="medium"
          error={fields?.password?.[0]}
        />
        <div>
          <Button aria-disabled={pending || undefined}>Sign in</Button>
        </div>
      </div>
    </form>
  )
}
