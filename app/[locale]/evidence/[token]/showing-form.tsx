'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { TextArea } from '@/components/ui/text-area'

import { postShowingAnswer } from './actions'

type ShowingFormProps = {
  token: string
  showing: string
  words: Record<'question' | 'yes' | 'change' | 'no' | 'noMeans' | 'words' | 'wordsHint' | 'send', string>
}

/** Yes, a change, or no. Works without script. */
export function ShowingForm({ token, showing, words }: ShowingFormProps) {
  return (
    <ActionForm action={postShowingAnswer} submit={words.send}>
      {error => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="showing" value={showing} />
          <Radios
            name="answer"
            label={words.question}
            error={error('answer')}
            choices={[
              { value: 'YES', label: words.yes },
              { value: 'CHANGE', label: words.change },
              { value: 'NO', label: words.no, hint: words.noMeans },
            ]}
          />
          <TextArea name="words" label={words.words} hint={words.wordsHint} error={error('words')} rows={4} />
        </>
      )}
    </ActionForm>
  )
}
