'use client'

import { useActionState } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { askForLink } from './actions'
import { QrCode } from './qr-code'

type LaterFormProps = {
  words: {
    problem: string
    mail: string
    email: string
    show: string
    replace: string
    mailed: string
    link: string
    qr: string
    whoever: string
  }
}

/** Asks for the private link of a draft, by mail or on the screen. */
export function LaterForm({ words }: LaterFormProps) {
  const [answer, action, pending] = useActionState(askForLink, null)
  const refusal = answer && !answer.ok ? answer : null
  const got = answer?.ok ? answer.value : null
  return (
    <form action={action} noValidate className="flex flex-col gap-6">
      <ErrorSummary title={words.problem} message={refusal?.message} fields={refusal?.fields} />
      <div role="status">
        {got && 'mailedTo' in got ? <Notice tone="moss" title={words.mailed.replace('{email}', got.mailedTo)} /> : null}
        {got && 'link' in got ? (
          <Notice tone="moss" title={words.link}>
            <p className="wrap-anywhere select-all">{got.link}</p>
            <QrCode squares={got.squares} label={words.qr} />
            <p>{words.whoever}</p>
          </Notice>
        ) : null}
      </div>
      <Field
        name="email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        label={words.email}
        error={refusal?.fields?.email?.[0]}
      />
      <Checkbox name="replace" value="yes" label={words.replace} />
      <ButtonRow>
        <Button name="how" value="mail" aria-disabled={pending}>
          {words.mail}
        </Button>
        <Button name="how" value="show" variant="secondary" aria-disabled={pending}>
          {words.show}
        </Button>
      </ButtonRow>
    </form>
  )
}
