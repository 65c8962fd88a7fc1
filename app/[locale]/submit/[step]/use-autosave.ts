'use client'

import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react'

import type { ConflictInWords } from '@/app/[locale]/submit/conflict-words'
import { readForm, stepFields, type FormValues } from '@/lib/domain/step-form'
import { stepNames, type StepName } from '@/lib/domain/step-fields'
import { AnswerSaver, turnsOfEarlierPages, type Taken } from './answer-saver'
import { fillField } from './form-fields'
import { postAnswers } from './post-answers'
import type { PageState } from './step-props'
import { forgetLeft, leftUnsaved, unsavedStore } from './unsaved-store'

type Autosave = {
  step: StepName
  page: PageState
  values: FormValues
  /** When something was saved last, such as `14:02`. */
  saved: string | null
  form: RefObject<HTMLFormElement | null>
}

// The router shows pages again from its memory, as the server made them: what was saved since is remembered here.
const taken = new Map<string, Taken>()
let draftOfWindow: string | null = null

/** Forgets what this window saved: it is sent, or another example begins. */
export function forgetTaken(): void {
  taken.clear()
  draftOfWindow = null
}

/** Saves a step while it is being answered, and puts into it what an earlier page of this browser could not save. */
export function useAutosave({ step, page, values, saved, form }: Autosave) {
  const [saver] = useState(
    () =>
      new AnswerSaver({
        step,
        writer: page.writer,
        versions: page.versions,
        values,
        time: saved,
        post: postAnswers,
        store: unsavedStore(page.draft, step),
        onTaken(news) {
          draftOfWindow = news.draft
          taken.set(`${step}/${news.field}`, news)
        },
      }),
  )
  const state = useSyncExternalStore(saver.subscribe, saver.state, saver.state)

  useEffect(() => {
    const element = form.current
    if (!element) return
    for (const field of stepFields(step)) recall(saver, element, page, `${step}/${field}`)
    void takeUp(saver, element, step, page)
    const leaving = () => document.visibilityState === 'hidden' && void saver.flush()
    const back = () => void saver.flush()
    document.addEventListener('visibilitychange', leaving)
    window.addEventListener('pagehide', back)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', leaving)
      window.removeEventListener('pagehide', back)
      window.removeEventListener('online', back)
      back()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page: what it was made with does not change
  }, [saver])

  return {
    state,
    saver,
    onInput: () => form.current && saver.change(readForm(step, new FormData(form.current))),
    onBlur: () => void saver.flush(),
    choose(conflict: ConflictInWords, which: 'mine' | 'theirs') {
      saver.choose(conflict, which)
      if (which === 'theirs' && form.current) fillField(form.current, conflict.field, conflict.value)
    },
  }
}

function recall(saver: AnswerSaver, form: HTMLFormElement, page: PageState, key: string) {
  const known = taken.get(key)
  if (!known || known.draft !== (page.draft ?? draftOfWindow)) return
  if (known.version <= (page.versions[known.field] ?? 0)) return
  saver.recall(known.field, known.value, known.version)
  fillField(form, known.field, known.value)
}

/** What an earlier page left: of this step it is shown and saved from here; of others it is saved as it is. */
async function takeUp(saver: AnswerSaver, form: HTMLFormElement, step: StepName, page: PageState) {
  for (const left of await leftUnsaved(page.draft)) {
    const { field, value, base, writer } = left
    if (left.step !== step) {
      const other = stepNames.find(name => name === left.step)
      // what was typed before there was a draft is taken up only where the person sees it
      if (!other || left.draft !== page.draft) continue
      const answer = await postAnswers({
        writer,
        turn: turnsOfEarlierPages,
        step: other,
        answers: [{ field, value, base }],
      })
      if (answer.kind === 'done' && answer.saved[field] !== undefined) await forgetLeft(left)
      continue
    }
    const typed = readForm(step, new FormData(form))
    const here = Object.entries(typed).find(([name]) => name === field)?.[1] ?? ''
    if (left.draft === 'new' && page.draft && here.length > 0) continue
    saver.adopt(field, { value, base, writer })
    fillField(form, field, value)
  }
}
