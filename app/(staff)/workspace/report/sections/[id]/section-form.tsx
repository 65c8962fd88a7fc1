'use client'

import { useActionState, useEffect, useRef, useState, type FormEvent } from 'react'

import { saveSection } from '@/app/(staff)/workspace/report/actions'
import { ConflictNotice } from '@/components/ui/conflict-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { SaveBar } from '@/components/writing/save-bar'
import { useWriting } from '@/components/writing/use-writing'
import type { SectionView } from '@/lib/data/report-sections'
import { reportLimits } from '@/lib/domain/report'
import type { Refusal } from '@/lib/result'

import { SectionEditor } from './section-editor'
import type { SectionReferences } from './section-references'

const sendText = (text: FormData) => saveSection(null, text)

type SectionFormProps = { section: SectionView; references: SectionReferences }

/** A section of the report, saved while it is written unless others have it before them. */
export function SectionForm({ section, references }: SectionFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const byItself = section.status !== 'IN_REVIEW' && section.status !== 'APPROVED'
  // Without script the browser sends the form, and its answer comes back with the page.
  const [posted, post] = useActionState(saveSection, null)
  const { state, save, isNews, takeUp } = useWriting({
    formRef: form,
    address: `/api/workspace/report/sections/${section.id}/text`,
    send: sendText,
    version: section.version,
    byItself,
  })

  // The fields stand as they were first read until a text from elsewhere takes their place.
  const [shown, setShown] = useState({ section, turn: 0 })
  useEffect(() => {
    if (!isNews(section.version)) return
    queueMicrotask(() => setShown(({ turn }) => ({ section, turn: turn + 1 })))
  }, [section, isNews])
  useEffect(() => {
    if (shown.turn > 0) takeUp(shown.section.version)
  }, [shown, takeUp])

  const refusal = state.refusal ?? (posted && !posted.ok ? posted : null)
  const errorOf = (name: string) => refusal?.fields?.[name]?.[0]
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (state.saving !== 'button') save()
  }
  return (
    <form ref={form} action={post} onSubmit={send} noValidate autoComplete="off" className="flex flex-col gap-6">
      <input type="hidden" name="id" value={section.id} />
      <input type="hidden" name="version" value={shown.section.version} />
      <Refused refusal={refusal} attempt={state.told} />
      <Field
        key={`title-${shown.turn}`}
        name="title"
        label="Title"
        defaultValue={shown.section.title}
        error={errorOf('title')}
        maxLength={reportLimits.sectionTitle}
        width="full"
      />
      <noscript>
        <p className="max-w-[66ch] border-l-4 border-furnace pl-3">
          The text is written with notes and figures, which needs JavaScript. Without it you can change the title, and
          the text stays as it is.
        </p>
      </noscript>
      <SectionEditor
        key={`body-${shown.turn}`}
        body={shown.section.body}
        references={references}
        error={errorOf('body')}
      />
      <SaveBar state={state} byItself={byItself} choosing={refusal?.conflict !== undefined} />
    </form>
  )
}

function Refused({ refusal, attempt }: { refusal: Refusal | null; attempt: number }) {
  if (!refusal) return null
  if (refusal.conflict) return <ConflictNotice message={refusal.message} conflict={refusal.conflict} />
  return <ErrorSummary title="There is a problem" message={refusal.message} fields={refusal.fields} attempt={attempt} />
}
