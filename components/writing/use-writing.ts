'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useCallback, useEffect, useRef, useState, type RefObject } from 'react'

import { refused, type Refusal, type Result } from '@/lib/result'

import { useLeaving } from './use-leaving'
import { autosave, snapshotOf, tellHowToSettle } from './written-form'

const pause = 3_000 // ms after the last key

/** What the form says about its text. `told` counts what was said, so that the same refusal twice is news. */
export type WritingState = {
  saving: 'button' | 'itself' | null
  saved: { at: string; byButton: boolean } | null
  refusal: Refusal | null
  /** Why it could not be saved by itself. */
  trouble: string | null
  told: number
}

const nothing: WritingState = { saving: null, saved: null, refusal: null, trouble: null, told: 0 }
const noLine = 'The portal did not answer. What you wrote is still here: save it again when you are back online.'

type Given = {
  formRef: RefObject<HTMLFormElement | null>
  /** The route that saves what is written by itself. */
  address: string
  /** What the button does. */
  send: (form: FormData) => Promise<Result<{ version: number; at: Date }>>
  /** The version of the text that the page shows. */
  version: number
  /** Whether it is saved while it is written; else by the button alone. */
  byItself: boolean
}

/** Saves a text: one save after the other, each upon the version that the one before it made. */
export function useWriting({ formRef, address, send, version, byItself }: Given) {
  const router = useRouter()
  const [state, setState] = useState(nothing)
  const known = useRef(version)
  const clean = useRef('')
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  // two texts are shown to choose from: neither may be written over the other meanwhile
  const choosing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const isUnsaved = useCallback(
    () => formRef.current !== null && snapshotOf(formRef.current) !== clean.current,
    [formRef],
  )

  const say = useCallback((news: Partial<WritingState>, by: 'button' | 'itself') => {
    // the button may have been pressed while a save was on its way
    const still = (saving: WritingState['saving']) => (by === 'itself' && saving === 'button' ? saving : null)
    setState(before => ({ ...before, trouble: null, saving: still(before.saving), ...news, told: before.told + 1 }))
  }, [])

  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    clearTimeout(timer.current)
    const next = queue.current.then(work, work)
    queue.current = next.catch(() => null)
    return next
  }, [])

  /** Takes up a text that came from elsewhere, or the form as it first stands. */
  const takeUp = useCallback(
    (standing: number) => {
      known.current = standing
      if (formRef.current) clean.current = snapshotOf(formRef.current)
    },
    [formRef],
  )

  const saveByItself = useCallback(
    (element: HTMLFormElement) =>
      inTurn(async (): Promise<Result> => {
        const snapshot = snapshotOf(element)
        if (snapshot === clean.current) return { ok: true, value: undefined }
        if (choosing.current) return refused('Choose first which of the two texts stands.')
        setState(before => ({ ...before, saving: before.saving ?? 'itself' }))
        const answer = await autosave(address, snapshot, known.current)
        if (!answer) {
          say({ trouble: noLine }, 'itself')
          return refused(noLine)
        }
        if (!answer.ok) {
          // what somebody else's writing kept beside the text is not lost: it need not be sent again
          if (/is kept as version \d+/.test(answer.message)) clean.current = snapshot
          say({ trouble: answer.message }, 'itself')
          return refused(answer.message)
        }
        clean.current = snapshot
        known.current = answer.value.version
        say({ saved: { at: answer.value.at, byButton: false }, refusal: null }, 'itself')
        if (answer.value.changed) router.refresh()
        return { ok: true, value: undefined }
      }),
    [address, inTurn, router, say],
  )

  const saveByButton = useCallback(
    () =>
      inTurn(async () => {
        const element = formRef.current
        if (!element) return
        const snapshot = snapshotOf(element)
        const sent = new FormData(element)
        sent.set('version', String(known.current))
        const answer = await send(sent).catch(() => refused(noLine))
        if (answer.ok) {
          choosing.current = false
          clean.current = snapshot
          known.current = answer.value.version
          say({ saved: { at: new Date(answer.value.at).toISOString(), byButton: true }, refusal: null }, 'button')
        } else {
          if (answer.conflict) known.current = answer.conflict.version
          choosing.current = answer.conflict !== undefined
          say({ refusal: answer }, 'button')
        }
      }),
    [formRef, inTurn, say, send],
  )

  /** What the button does: after a save that is on its way already. */
  const save = useCallback(() => {
    setState(before => ({ ...before, saving: 'button' }))
    startTransition(() => saveByButton())
  }, [saveByButton])

  useEffect(() => {
    const element = formRef.current
    if (!element) return
    takeUp(known.current)
    if (!byItself) return
    const typed = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveByItself(element), pause)
    }
    const left = () => {
      if (snapshotOf(element) !== clean.current) void saveByItself(element)
    }
    element.addEventListener('input', typed)
    element.addEventListener('change', typed)
    element.addEventListener('focusout', left)
    window.addEventListener('pagehide', left)
    return () => {
      clearTimeout(timer.current)
      element.removeEventListener('input', typed)
      element.removeEventListener('change', typed)
      element.removeEventListener('focusout', left)
      window.removeEventListener('pagehide', left)
    }
  }, [formRef, byItself, saveByItself, takeUp])

  const settled = useCallback(async (): Promise<Result<{ version: number }>> => {
    const element = formRef.current
    if (element && isUnsaved()) {
      if (!byItself) return refused('You have changes that are not saved. Save them first.')
      const saved = await saveByItself(element)
      if (!saved.ok) return saved
    }
    await queue.current
    return { ok: true, value: { version: known.current } }
  }, [formRef, byItself, isUnsaved, saveByItself])

  useEffect(() => {
    tellHowToSettle(settled)
    return () => tellHowToSettle(null)
  }, [settled])

  useLeaving({ isUnsaved, settle: byItself ? settled : null })

  /** After somebody else took over: what was not saved goes out, to be kept beside the text. */
  const keep = useCallback(() => {
    if (formRef.current && isUnsaved()) void saveByItself(formRef.current)
  }, [formRef, isUnsaved, saveByItself])

  /** Whether a text that the page was sent is newer than what it shows, and nothing was typed over it. */
  const isNews = useCallback((standing: number) => standing > known.current && !isUnsaved(), [isUnsaved])
  return { state, save, keep, isNews, takeUp }
}
