'use client'

import { useState } from 'react'

import { addWork, changeWork, removeWork } from '@/app/(staff)/workspace/report/actions'
import { ActionForm, type FieldErrors } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { workTypeNames, workTypes, type WorkInput, type WorkType } from '@/lib/domain/report-work'

export function AddWorkForm() {
  const [turn, setTurn] = useState(0)
  return (
    <ActionForm
      action={addWork}
      submit="Add it"
      done="Added."
      idPrefix="new-"
      label="Add a work"
      className="max-w-2xl"
      onDone={() => setTurn(before => before + 1)}
    >
      {errorOf => <WorkFields key={turn} prefix="new-" errorOf={errorOf} />}
    </ActionForm>
  )
}

export function ChangeWorkForm({ id, work }: { id: string; work: WorkInput }) {
  const prefix = `${id}-`
  return (
    <ActionForm key={JSON.stringify(work)} action={changeWork} submit="Save" variant="secondary" idPrefix={prefix}>
      {errorOf => (
        <>
          <input type="hidden" name="id" value={id} />
          <WorkFields prefix={prefix} work={work} errorOf={errorOf} />
        </>
      )}
    </ActionForm>
  )
}

/** What refers to it is told where the report is shown as readers will get it. */
export function RemoveWorkForm({ id }: { id: string }) {
  return (
    <ActionForm action={removeWork} submit="Remove it" variant="danger" small>
      <input type="hidden" name="id" value={id} />
      <p>Sections that refer to it cannot be published before that reference is taken out.</p>
    </ActionForm>
  )
}

type WorkFieldsProps = { prefix: string; work?: WorkInput; errorOf: FieldErrors }
type Line = Exclude<keyof WorkInput, 'type' | 'authors'>

/** Which details are asked of each kind beside title, authors, year and address. All stay in the form, so that none is lost. */
const details: Record<WorkType, Partial<Record<Line, string>>> = {
  report: { publisher: 'Publisher' },
  'article-journal': { container: 'Journal', volume: 'Volume', issue: 'Issue', pages: 'Pages' },
  book: { publisher: 'Publisher' },
  chapter: { container: 'Book', pages: 'Pages', publisher: 'Publisher' },
  webpage: { publisher: 'Site or organisation' },
}
const detailFields = ['container', 'volume', 'issue', 'pages', 'publisher'] as const

function WorkFields({ prefix, work, errorOf }: WorkFieldsProps) {
  const [type, setType] = useState<WorkType>(work?.type ?? 'report')
  const line = (name: Line, label: string, hint?: string) => (
    <Field
      key={name}
      id={prefix + name}
      name={name}
      label={label}
      hint={hint}
      defaultValue={work?.[name]}
      error={errorOf(name)}
      width={name === 'title' || name === 'url' || name === 'container' ? 'full' : 'medium'}
    />
  )
  return (
    <>
      <Select
        id={`${prefix}type`}
        name="type"
        label="What kind of work it is"
        value={type}
        onChange={event => setType(workTypes.find(each => each === event.target.value) ?? 'report')}
        options={workTypes.map(value => ({ value, label: workTypeNames[value] }))}
        error={errorOf('type')}
      />
      {line('title', 'Title')}
      <TextArea
        id={`${prefix}authors`}
        name="authors"
        label="Authors (optional)"
        hint="One on a line, the family name first: “Kagan, Carolyn”. An organisation as it is called, without a comma."
        defaultValue={work?.authors}
        error={errorOf('authors')}
        rows={3}
      />
      {line('year', 'Year (optional)')}
      {detailFields.map(name => {
        const label = details[type][name]
        return label ? (
          line(name, `${label} (optional)`)
        ) : (
          <input key={name} type="hidden" name={name} value={work?.[name] ?? ''} />
        )
      })}
      {line('doi', 'DOI (optional)', 'For example 10.1000/182. It takes the place of the address.')}
      {line('url', 'Address on the web (optional)')}
    </>
  )
}
