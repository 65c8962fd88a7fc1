'use client'

import { useRef } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import { FieldError, FieldHint } from '@/components/ui/field-frame'
import { classNames } from '@/components/ui/class-names'
import { acceptedFiles, fileLimits } from '@/lib/domain/material'
import { FileRow, UploadRow } from './file-row'
import type { FileWords } from './file-words'
import type { useUploads } from './use-uploads'

/** The ids of the forms that stand beside the step's own: a form cannot stand in another. */
export const addForm = 'add-file'
export const formOf = (id: string) => `file-${id}`

type FilesProps = {
  control: ReturnType<typeof useUploads>
  words: FileWords
  scripted: boolean
  /** What is wrong with the question as a whole, and not with one file. */
  error?: string | undefined
}

/** “Files (optional)”: what has arrived, what is on its way, and ways to add more. */
export function MaterialFiles({ control, words, scripted, error }: FilesProps) {
  const { files, uploads, said, add, cancel, retry, remove } = control
  const camera = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const taken = files.length + uploads.filter(({ state }) => state !== 'failed').length
  const full = taken >= fileLimits.files

  function choose(input: HTMLInputElement) {
    add(Array.from(input.files ?? []))
    input.value = '' // the same file can be chosen again
  }

  return (
    <div
      role="group"
      aria-labelledby="files-label"
      className={classNames('flex flex-col gap-3', error && 'border-l-4 border-furnace pl-4')}
    >
      <p id="files-label" className="font-semibold">
        {words.label}
      </p>
      <FieldHint id="file">{words.hint}</FieldHint>
      {error ? <FieldError id="file">{error}</FieldError> : null}
      {files.length + uploads.length > 0 ? (
        <ul aria-label={words.list} className="flex max-w-2xl flex-col gap-3">
          {files.map(file => (
            <FileRow
              key={file.id}
              file={file}
              form={formOf(file.id)}
              scripted={scripted}
              words={words}
              onRemove={remove}
            />
          ))}
          {uploads.map(upload => (
            <UploadRow key={upload.key} upload={upload} words={words} onCancel={cancel} onRetry={retry} />
          ))}
        </ul>
      ) : null}
      {full ? <p>{words.full}</p> : null}
      {scripted ? (
        <ButtonRow className={full ? 'hidden' : ''}>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            accept={acceptedFiles}
            onChange={event => choose(event.target)}
          />
          <Button
            type="button"
            id="file"
            variant="secondary"
            aria-describedby="file-hint"
            onClick={() => chooser.current?.click()}
          >
            {files.length > 0 ? words.chooseAnother : words.choose}
          </Button>
          {/* a phone or tablet: what is in front of it is often the evidence */}
          <span className="hidden pointer-coarse:contents">
            <input
              ref={camera}
              type="file"
              hidden
              accept="image/*"
              capture="environment"
              onChange={event => choose(event.target)}
            />
            <Button type="button" variant="secondary" onClick={() => camera.current?.click()}>
              {words.photograph}
            </Button>
          </span>
        </ButtonRow>
      ) : full ? null : (
        <div className="flex max-w-xl flex-col items-start gap-3">
          <p className="text-muted">{words.withoutScript}</p>
          <input
            id="file"
            name="file"
            type="file"
            form={addForm}
            accept={acceptedFiles}
            aria-labelledby="files-label"
            aria-describedby="file-hint"
            className="min-h-control w-full rounded-md border-2 border-edge bg-sheet p-2"
          />
          <Button variant="secondary" form={addForm}>
            {words.add}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
