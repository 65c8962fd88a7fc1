'use client'

import { useState, useSyncExternalStore, type SyntheticEvent } from 'react'
import { flushSync } from 'react-dom'

import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { FileView } from '@/lib/data/files'
import { limits } from '@/lib/domain/submission'
import type { FileWords } from './file-words'
import { addForm, formOf, MaterialFiles } from './material-files'
import { StepForm } from './step-form'
import type { AnyStepProps } from './step-props'
import { useStep } from './use-step'
import { useUploads } from './use-uploads'

type Props = AnyStepProps & {
  linkLabels: string[]
  addLink: string
  files: FileView[]
  fileWords: FileWords
  /** What became of a file whose form was posted without script. */
  news: { ok: boolean; text: string } | null
}

const never = () => () => undefined

/** Five inputs; the browser shows as many as are used and one more when asked. And files, each on its own way. */
export function MaterialStep({ linkLabels, addLink, files, fileWords, news, ...rest }: Props) {
  const step = useStep('material', rest)
  const uploads = useUploads(files, fileWords)
  const [waits, setWaits] = useState(0)
  const { hint, error, defaultValue } = step.list('links')
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [asked, setAsked] = useState(Math.max(1, defaultValue.length))

  /** The focus goes along: with the last one the button is gone. */
  function addOne() {
    flushSync(() => setAsked(asked + 1))
    document.getElementById(`links.${asked}`)?.focus()
  }

  /** Going on while a file is on its way would leave nobody to say what became of it. */
  function waitForFiles(event: SyntheticEvent) {
    if (!uploads.busy) return
    event.preventDefault()
    event.stopPropagation()
    setWaits(waits + 1)
  }

  const shown = scripted ? asked : limits.links
  const unfinished = uploads.busy && waits > 0 ? fileWords.unfinished : undefined
  const refused = news && !news.ok ? news.text : undefined
  const said = unfinished ?? refused
  const notice = (
    <>
      {said ? <ErrorSummary title={rest.words.problem} fields={{ file: said }} attempt={waits} /> : null}
      {news?.ok ? (
        <Notice tone="moss" className="mb-6">
          {news.text}
        </Notice>
      ) : null}
      {rest.notice}
    </>
  )
  return (
    <div onSubmitCapture={waitForFiles}>
      <StepForm control={step} {...rest} notice={notice}>
        {/* where the error summary leads when there are too many */}
        <div id="links" className="flex flex-col gap-6">
          {linkLabels.map((label, index) => (
            <div key={label} hidden={index >= shown}>
              <Field
                {...step.listen(`links.${index}`)}
                id={`links.${index}`}
                type="url"
                inputMode="url"
                label={label}
                hint={index === 0 ? hint : undefined}
                error={step.errorAt(`links.${index}`) ?? (index === 0 ? error : undefined)}
                defaultValue={defaultValue[index] ?? ''}
              />
            </div>
          ))}
        </div>
        {shown < limits.links ? (
          <div>
            <Button type="button" variant="secondary" onClick={addOne}>
              {addLink}
            </Button>
          </div>
        ) : null}
        <MaterialFiles control={uploads} words={fileWords} scripted={scripted} error={said} />
      </StepForm>
      {rest.closed ? null : <FileForms change={rest.change} files={uploads.files} />}
    </div>
  )
}

/** Forms for files, for browsers without script; their fields stand in the step's form and name these by id. */
function FileForms({ change, files }: { change: boolean; files: FileView[] }) {
  const query = change ? '?change=1' : ''
  const stay = (event: SyntheticEvent) => event.preventDefault()
  return (
    <>
      <form id={addForm} method="post" action={`/api/draft/files${query}`} encType="multipart/form-data" />
      {files.map(({ id }) => (
        <form key={id} id={formOf(id)} method="post" action={`/api/draft/files/${id}${query}`} onSubmit={stay} />
      ))}
    </>
  )
}
