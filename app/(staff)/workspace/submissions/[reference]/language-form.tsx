'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { languageCodes, languageName } from '@/lib/domain/language'

import { changeLanguage } from './language-action'

const options = [
  { value: '', label: 'Could not be told' },
  ...languageCodes
    .map(value => ({ value, label: languageName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en-GB')),
]

/** The language was told by a program: somebody who reads it may know better. */
export function LanguageForm({ reference, language }: { reference: string; language: string | null }) {
  return (
    <Disclosure summary="Correct the language">
      <ActionForm action={changeLanguage} submit="Save language" variant="secondary" small done="Saved.">
        <input type="hidden" name="reference" value={reference} />
        <Select key={language} name="language" label="Language" defaultValue={language ?? ''} options={options} />
      </ActionForm>
    </Disclosure>
  )
}
