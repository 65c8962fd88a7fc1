'use client'

import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { Button, ButtonRow } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

import { insertPicture, sendPicture } from './add-picture'

type PicturePanelProps = {
  editor: Editor
  caseStudyId: string
  /** Begins the ids of its fields. */
  id: string
  adding: boolean
  onDone: () => void
}

/** Adds a picture to a text, or says what the one that is selected shows. */
export function PicturePanel({ editor, caseStudyId, id, adding, onDone }: PicturePanelProps) {
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { selection } = state
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'figure') return null
      const { image, alt, caption } = selection.node.attrs
      return { place: `${String(image)}-${selection.from}`, alt: String(alt), caption: String(caption) }
    },
  })
  if (selected)
    return (
      <DescribePicture key={selected.place} editor={editor} id={id} alt={selected.alt} caption={selected.caption} />
    )
  return adding ? <AddPicture editor={editor} caseStudyId={caseStudyId} id={id} onDone={onDone} /> : null
}

function AddPicture({ editor, caseStudyId, id, onDone }: Omit<PicturePanelProps, 'adding'>) {
  const file = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState({ alt: '', caption: '' })
  const [wrong, setWrong] = useState<{ file?: string; alt?: string }>({})
  const [sending, setSending] = useState(false)
  const add = async () => {
    const chosen = file.current?.files?.[0]
    const missing = {
      ...(chosen ? {} : { file: 'Select a picture' }),
      ...(said.alt.trim() ? {} : { alt: 'Enter what the picture shows' }),
    }
    setWrong(missing)
    if (!chosen || missing.alt) return
    setSending(true)
    const sent = await sendPicture(caseStudyId, chosen)
    setSending(false)
    if (!sent.ok) return setWrong({ file: sent.message })
    insertPicture(editor, { ...sent.value, ...said })
    onDone()
  }
  return (
    <Panel label="Add a picture" onEnter={() => void add()}>
      <Field
        ref={file}
        name={`${id}-file`}
        form={noForm}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic,.heic"
        label="Picture"
        hint="JPEG, PNG, WebP or HEIC, up to 10 MB. Use only what its maker, and the people in it, agreed to."
        error={wrong.file}
      />
      <Said id={id} said={said} say={setSaid} error={wrong.alt} />
      <ButtonRow>
        <Button type="button" aria-disabled={sending} onClick={() => (sending ? undefined : void add())}>
          {sending ? 'Adding the picture …' : 'Add picture'}
        </Button>
        <Button type="button" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </ButtonRow>
      <p role="status" className="sr-only">
        {sending ? 'The picture is being added.' : ''}
      </p>
    </Panel>
  )
}

type Words = { alt: string; caption: string }

function DescribePicture({ editor, id, ...words }: Words & { editor: Editor; id: string }) {
  const [said, setSaid] = useState<Words>({ alt: words.alt, caption: words.caption })
  const [wrong, setWrong] = useState<string>()
  const change = () => {
    setWrong(said.alt.trim() ? undefined : 'Enter what the picture shows')
    if (said.alt.trim()) editor.chain().updateAttributes('figure', said).focus().run()
  }
  return (
    <Panel label="The selected picture" onEnter={change}>
      <Said id={id} said={said} say={setSaid} error={wrong} />
      <ButtonRow>
        <Button type="button" onClick={change}>
          Change description
        </Button>
        <Button type="button" variant="quiet" onClick={() => editor.chain().deleteSelection().focus().run()}>
          Take the picture out
        </Button>
      </ButtonRow>
    </Panel>
  )
}

// The fields lie inside the form of the whole text and are none of it: they belong to a form that is not there.
const noForm = 'no-form'

type SaidProps = { id: string; said: Words; say: (words: Words) => void; error: string | undefined }

function Said({ id, said, say, error }: SaidProps) {
  return (
    <>
      <Field
        name={`${id}-alt`}
        form={noForm}
        label="What it shows"
        hint="Read aloud to those who do not see it. Name nobody who has not agreed."
        value={said.alt}
        onChange={event => say({ ...said, alt: event.target.value })}
        maxLength={300}
        width="full"
        error={error}
      />
      <Field
        name={`${id}-caption`}
        form={noForm}
        label="Caption (optional)"
        value={said.caption}
        onChange={event => say({ ...said, caption: event.target.value })}
        maxLength={300}
        width="full"
      />
    </>
  )
}

type PanelProps = { label: string; onEnter: () => void; children: ReactNode }

function Panel({ label, onEnter, children }: PanelProps) {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type === 'file') return
    event.preventDefault()
    onEnter()
  }
  return (
    <div
      role="group"
      aria-label={label}
      onKeyDown={pressed}
      className="flex flex-col gap-4 border-b-2 border-edge bg-canal-tint p-3"
    >
      {children}
    </div>
  )
}
