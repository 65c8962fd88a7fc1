'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'

import { nameReader, readersWord } from './approval-actions'

export function NameReaderForm({ id }: { id: string }) {
  return (
    <Disclosure summary="Name a reader">
      <ActionForm action={nameReader} submit="Name this reader" idPrefix="reader-">
        {errorOf => (
          <>
            <input type="hidden" name="id" value={id} />
            <Field id="reader-name" name="name" label="Their name" error={errorOf('name')} width="full" />
            <Field
              id="reader-standing"
              name="standing"
              label="Who they are"
              hint="Where they work, and why they can judge it from outside the teams."
              error={errorOf('standing')}
              width="full"
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}

export function ReaderWordForm({
  id,
  version,
  reader,
  name,
}: {
  id: string
  version: number
  reader: string
  name: string
}) {
  const idPrefix = `${reader}-`
  return (
    <Disclosure summary={`Write down what ${name} said`}>
      <ActionForm action={readersWord} submit="Record their word" idPrefix={idPrefix}>
        {errorOf => (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="reader" value={reader} />
            <Radios
              name="verdict"
              label="Their word on this text"
              error={errorOf('verdict')}
              choices={[
                { value: 'APPROVE', label: 'They approve it' },
                { value: 'REQUEST_CHANGES', label: 'They ask for changes' },
              ]}
            />
            <TextArea
              id={`${idPrefix}note`}
              name="note"
              label="What they said"
              hint="And how it reached you."
              error={errorOf('note')}
              rows={3}
            />
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
