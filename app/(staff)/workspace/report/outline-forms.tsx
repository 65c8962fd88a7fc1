'use client'

import { startTransition, useActionState, useEffect, useRef, type FormEvent } from 'react'

import { ActionForm } from '@/components/ui/action-form'
import { Radios } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { reportLimits, sectionKindHints, sectionKindNames, sectionKinds, type sectionMoves } from '@/lib/domain/report'

import { addSection, moveSection, removeSection, saveReport } from './actions'

type Move = (typeof sectionMoves)[number]

const characters = (most: number) => ({
  unit: 'characters' as const,
  most,
  words: {
    limit: 'You can enter up to {count} characters',
    left: { one: '{count} character left', other: '{count} characters left' },
    over: { one: '{count} character too many', other: '{count} characters too many' },
  },
})

type ReportFormProps = { version: number; title: string; summary: string }

export function ReportForm({ version, title, summary }: ReportFormProps) {
  return (
    <ActionForm
      key={version}
      action={saveReport}
      submit="Save"
      done="Saved."
      variant="secondary"
      version={version}
      guarded
    >
      {errorOf => (
        <>
          <Field name="title" label="Title" defaultValue={title} error={errorOf('title')} width="full" />
          <TextArea
            name="summary"
            label="Summary"
            hint="What readers should know who read nothing else. An empty line begins a paragraph."
            defaultValue={summary}
            error={errorOf('summary')}
            limit={characters(reportLimits.summary)}
            rows={8}
          />
        </>
      )}
    </ActionForm>
  )
}

export function AddSectionForm() {
  return (
    <ActionForm action={addSection} submit="Add it and write" variant="secondary" idPrefix="new-">
      {errorOf => (
        <>
          <Field
            id="new-title"
            name="title"
            label="Title"
            error={errorOf('title')}
            maxLength={reportLimits.sectionTitle}
          />
          <Radios
            name="place"
            label="Where it stands"
            defaultValue="section"
            inline
            choices={[
              { value: 'section', label: 'After the last section' },
              { value: 'appendix', label: 'As an appendix' },
            ]}
          />
          <Select
            id="new-kind"
            name="kind"
            label="What it holds"
            hint="All but text are appendices. Their tables are made when an edition is."
            options={sectionKinds.map(kind => ({ value: kind, label: sectionKindNames[kind] }))}
            error={errorOf('kind')}
          />
          <Disclosure summary="What the made ones hold">
            <dl className="flex flex-col gap-2">
              {sectionKinds.map(kind =>
                kind === 'WRITTEN' ? null : (
                  <div key={kind}>
                    <dt className="font-semibold">{sectionKindNames[kind]}</dt>
                    <dd>{sectionKindHints[kind]}</dd>
                  </div>
                ),
              )}
            </dl>
          </Disclosure>
        </>
      )}
    </ActionForm>
  )
}

const signs: Record<Move, { sign: string; words: string }> = {
  up: { sign: '↑', words: 'Move up' },
  down: { sign: '↓', words: 'Move down' },
  in: { sign: '→', words: 'Make it a part of the section before' },
  out: { sign: '←', words: 'Make it a section of its own' },
}

type MoveFormProps = { id: string; name: string; moves: Record<Move, boolean> }

// Of all the sections the one that was moved last: it takes the focus up again where its button can be pressed no more.
let movedLast: { id: string; to: string } | null = null

/** The places to which a section can go, each a button. */
export function MoveForm({ id, name, moves }: MoveFormProps) {
  const [answer, send, pending] = useActionState(moveSection, null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const active = document.activeElement
    const lost = active === document.body || (active instanceof HTMLButtonElement && active.disabled)
    if (movedLast?.id !== id || !lost) return
    const buttons = [...(form.current?.querySelectorAll('button') ?? [])].filter(button => !button.disabled)
    const next = buttons.find(({ value }) => value === movedLast?.to) ?? buttons[0]
    next?.focus()
  }, [id, answer, moves])
  const move = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const by = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    if (pending || !(by instanceof HTMLButtonElement)) return
    movedLast = { id, to: by.value }
    const filled = new FormData(event.currentTarget, by)
    startTransition(() => send(filled))
  }
  return (
    <form ref={form} action={send} onSubmit={move} aria-label={`Move ${name}`} className="flex flex-wrap gap-1">
      <input type="hidden" name="id" value={id} />
      {(['up', 'down', moves.out ? 'out' : 'in'] as const).map(to => (
        <button
          key={to === 'out' ? 'in' : to}
          name="move"
          value={to}
          disabled={!moves[to]}
          title={signs[to].words}
          aria-label={`${signs[to].words}: ${name}`}
          className="inline-flex min-h-8 min-w-9 cursor-pointer items-center justify-center rounded-sm border border-edge bg-sheet font-semibold hover:bg-canal-tint disabled:cursor-default disabled:opacity-40"
        >
          {signs[to].sign}
        </button>
      ))}
      <p role="status" className="sr-only">
        {answer?.ok && !pending ? 'Moved.' : ''}
      </p>
      {answer && !answer.ok ? (
        <p role="alert" className="font-semibold text-furnace">
          {answer.message}
        </p>
      ) : null}
    </form>
  )
}

type RemoveFormProps = { id: string; version: number; number: string; name: string }

/** A section with words cannot be brought back: its number has to be typed. */
export function RemoveForm({ id, version, number, name }: RemoveFormProps) {
  return (
    <Disclosure
      summary={
        <span>
          Remove<span className="sr-only"> {name}</span>
        </span>
      }
    >
      <ActionForm action={removeSection} submit="Remove" variant="danger" small>
        {errorOf => (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="number" value={number} />
            {number ? (
              <>
                <p>Its text and its earlier versions are deleted. Editions that readers have keep it.</p>
                <Field
                  id={`typed-${id}`}
                  name="typed"
                  label={`To confirm, enter ${number}`}
                  error={errorOf('typed')}
                  width="short"
                  autoComplete="off"
                />
              </>
            ) : (
              <p>Nothing is written in it.</p>
            )}
          </>
        )}
      </ActionForm>
    </Disclosure>
  )
}
