'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import type { ConsentKind } from '@/lib/domain/consent'
import { postConsent } from './actions'

type ConsentFormProps = {
  token: string
  kind: ConsentKind
  answer: string
  choices: { value: string; label: string; follows: string }[]
  words: {
    legend: string
    save: string
    saved: string
    telephone: string
    bestTimes: string
    email: string
    emailHint: string
  }
  /** Whether a yes needs an email address, because none was given. */
  needsEmail: boolean
}

/** Changes one answer. Works without script: what belongs to a yes is then shown always. */
export function ConsentForm({ token, kind, answer, choices, words, needsEmail }: ConsentFormProps) {
  return (
    <ActionForm action={postConsent} submit={words.save} done={words.saved} variant="secondary" small>
      {error => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="kind" value={kind} />
          <Radios
            name={`answer-${kind}`}
            label={words.legend}
            error={error(`answer-${kind}`)}
            defaultValue={answer}
            choices={choices.map(({ value, label, follows }) => ({
              value,
              label,
              hint: follows,
              reveal: value === 'YES' ? reveal(error) : undefined,
            }))}
          />
        </>
      )}
    </ActionForm>
  )

  function reveal(error: (name: string) => string | undefined) {
    if (kind === 'TELEPHONE')
      return (
        <>
          <Field
            name="telephone"
            type="tel"
            autoComplete="tel"
            width="medium"
            label={words.telephone}
            error={error('telephone')}
          />
          <Field name="bestTimes" label={words.bestTimes} error={error('bestTimes')} />
        </>
      )
    if (!needsEmail || kind === 'PUBLISH') return undefined
    return (
      <Field
        name="email"
        id={`email-${kind}`}
        type="email"
        autoComplete="email"
        spellCheck={false}
        label={words.email}
        hint={words.emailHint}
        error={error('email')}
      />
    )
  }
}
