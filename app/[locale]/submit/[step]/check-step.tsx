'use client'

import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition, type ReactNode } from 'react'

import { postEvidence } from '@/app/[locale]/submit/actions'
import { seeArrived } from '@/components/ui/arrival'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'

type CheckStepProps = {
  words: { title: string; errorTitle: string; problem: string; unreachable: string; send: string }
  /** What is about to be sent. */
  children: ReactNode
}

/** The last button. Sending twice is harmless; the second press is ignored all the same. */
export function CheckStep({ words, children }: CheckStepProps) {
  const [posted, action] = useActionState(postEvidence, null)
  const [refused, setRefused] = useState<{ message: string; attempt: number } | null>(null)
  const [sending, startSending] = useTransition()
  const shown = refused ?? posted

  async function send(data: FormData) {
    const refuse = (message: string) => setRefused(before => ({ message, attempt: (before?.attempt ?? 0) + 1 }))
    try {
      refuse((await postEvidence(null, data)).message)
    } catch (error) {
      seeArrived(error)
      unstable_rethrow(error)
      refuse(words.unreachable)
    }
  }

  return (
    <form
      action={action}
      onSubmit={event => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        if (!sending) startSending(() => send(data))
      }}
    >
      <title>{shown ? words.errorTitle : words.title}</title>
      <ErrorSummary title={words.problem} message={shown?.message} attempt={refused?.attempt ?? 0} />
      {children}
      <Button large className="mt-8" aria-disabled={sending}>
        {words.send}
      </Button>
    </form>
  )
}
