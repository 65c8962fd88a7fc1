'use client'

import { useState } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import type { FileView } from '@/lib/data/files'
import { FileDescription } from './file-description'
import type { FileWords } from './file-words'
import type { Upload } from './use-uploads'

/** Joins a button's short label with what it is about, which those who hear it need and those who see it know. */
function Labelled({ label, whole }: { label: string; whole: string }) {
  return (
    <>
      <span aria-hidden>{label}</span>
      <span className="sr-only">{whole}</span>
    </>
  )
}

function Wrong({ children }: { children: string }) {
  return <p className="font-semibold text-furnace">{children}</p>
}

type RowProps = {
  file: FileView
  /** The id of the form by which it is changed without script. */
  form: string
  scripted: boolean
  words: FileWords
  onRemove: (file: FileView) => Promise<string>
}

/** A file that has arrived. Its description stands before what removes it: Enter in it must never take the file away. */
export function FileRow({ file, form, scripted, words, onRemove }: RowProps) {
  const [error, setError] = useState('')
  const { name, kind, size, state } = file
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line bg-sheet p-4">
      <div className="min-w-0">
        <a
          href={`/api/draft/files/${file.id}`}
          className="inline-block min-h-6 max-w-full font-semibold break-words"
          download
        >
          <bdi>{name}</bdi>
        </a>
        <p className="text-muted tabular-nums">
          {kind}, {size}
        </p>
      </div>
      {state === 'waiting' ? <p className="text-muted">{words.waiting}</p> : null}
      {state === 'infected' ? <Wrong>{words.infected}</Wrong> : null}
      {file.picture && state !== 'infected' ? <FileDescription file={file} form={form} words={words} /> : null}
      {error ? <Wrong>{error}</Wrong> : null}
      <div>
        <Button
          type={scripted ? 'button' : 'submit'}
          variant="secondary"
          form={form}
          name="deed"
          value="remove"
          onClick={async () => setError(await onRemove(file))}
        >
          <Labelled label={words.remove} whole={words.removeOf.replace('{name}', name)} />
        </Button>
      </div>
    </li>
  )
}

const bar =
  'h-3 w-full appearance-none overflow-hidden rounded-md border border-edge bg-paper ' +
  '[&::-moz-progress-bar]:bg-canal [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-canal'

type UploadProps = {
  upload: Upload
  words: FileWords
  onCancel: (upload: Upload) => void
  onRetry: (upload: Upload) => void
}

/** A file on its way, or one that was not taken and why. */
export function UploadRow({ upload, words, onCancel, onRetry }: UploadProps) {
  const { name, size, state, percent, error, again } = upload
  const failed = state === 'failed'
  const said = { queued: words.queued, sending: words.sending.replace('{percent}', String(percent)), looking: words.looking, failed: '' } // prettier-ignore
  return (
    <li
      className={`flex flex-col gap-2 rounded-md border bg-sheet p-4 ${failed ? 'border-l-4 border-furnace' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="font-semibold break-words">
            <bdi>{name}</bdi>
          </p>
          <p className="text-muted tabular-nums">{failed ? size : `${size}, ${said[state]}`}</p>
        </div>
        <ButtonRow>
          {again ? (
            <Button type="button" variant="secondary" onClick={() => onRetry(upload)}>
              <Labelled label={words.retry} whole={words.retryOf.replace('{name}', name)} />
            </Button>
          ) : null}
          <Button type="button" variant="secondary" onClick={() => onCancel(upload)}>
            {failed ? (
              <Labelled label={words.remove} whole={words.removeOf.replace('{name}', name)} />
            ) : (
              <Labelled label={words.cancel} whole={words.cancelOf.replace('{name}', name)} />
            )}
          </Button>
        </ButtonRow>
      </div>
      {failed ? (
        <Wrong>{error}</Wrong>
      ) : (
        <progress className={bar} max={100} value={percent} aria-label={name}>
          {said[state]}
        </progress>
      )}
    </li>
  )
}
