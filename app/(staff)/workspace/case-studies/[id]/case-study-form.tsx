'use client'

import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useRef, useState, type FormEvent } from 'react'

import { saveCaseStudy } from '@/app/(staff)/workspace/case-studies/actions'
import { ConflictNotice } from '@/components/ui/conflict-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Citations } from '@/components/writing/cited-note'
import { SaveBar } from '@/components/writing/save-bar'
import { useWriting } from '@/components/writing/use-writing'
import type { CallView } from '@/lib/data/calls'
import type { DeskView } from '@/lib/data/case-study-desk'
import type { CitationsView } from '@/lib/domain/citation'
import type { Refusal } from '@/lib/result'

import { LockNotice } from './writing/lock-notice'
import { StudyFields } from './writing/study-fields'
import { useLock } from './writing/use-lock'

const sendText = (text: FormData) => saveCaseStudy(null, text)

type CaseStudyFormProps = { study: DeskView; call: CallView; citations: CitationsView }

/**
 * The text of a case study, to be written by one person at a time and saved while they write. The preview shows it as
 * readers will see it.
 */
export function CaseStudyForm({ study, call, citations }: CaseStudyFormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const byItself = study.status === 'DRAFT' || study.status === 'CHANGES_REQUESTED'
  // Without script the browser sends the form, and its answer comes back with the page.
  const [posted, post] = useActionState(saveCaseStudy, null)
  const { lock, work } = useLock(study.id)
  const { state, save, keep, isNews, takeUp } = useWriting({
    formRef: form,
    address: `/api/workspace/case-studies/${study.id}/text`,
    send: sendText,
    version: study.version,
    byItself,
  })

  // The fields stand as they were first read until a text from elsewhere takes their place.
  const [shown, setShown] = useState({ study, turn: 0 })
  const anew = useRef(false)
  useEffect(() => {
    if (!anew.current && !isNews(study.version)) return
    anew.current = false
    queueMicrotask(() => setShown(({ turn }) => ({ study, turn: turn + 1 })))
  }, [study, isNews])
  useEffect(() => {
    if (shown.turn > 0) takeUp(shown.study.version)
  }, [shown, takeUp])

  const wrote = useRef<boolean | null>(null)
  useEffect(() => {
    if (!lock) return
    const before = wrote.current
    wrote.current = lock.mine
    if (before === true && !lock.mine) keep()
    if (before === false && lock.mine) {
      anew.current = true
      router.refresh()
    }
  }, [lock, keep, router])

  const refusal = state.refusal ?? (posted && !posted.ok ? posted : null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (state.saving !== 'button') save()
  }
  return (
    <Citations value={citations}>
      {lock ? (
        <LockNotice
          lock={lock}
          kept={!lock.mine && state.trouble ? state.trouble : null}
          versions={`/workspace/case-studies/${study.id}/versions`}
          work={deed => void work(deed)}
          onWrite={() => void work('take')}
        />
      ) : null}
      <form
        ref={form}
        action={post}
        onSubmit={send}
        noValidate
        autoComplete="off"
        inert={lock !== null && !lock.mine}
        className="flex flex-col gap-6 inert:opacity-60"
      >
        <input type="hidden" name="id" value={study.id} />
        <input type="hidden" name="version" value={shown.study.version} />
        <Refused refusal={refusal} attempt={state.told} />
        <StudyFields key={shown.turn} study={shown.study} call={call} errorOf={name => refusal?.fields?.[name]?.[0]} />
        <SaveBar state={state} byItself={byItself} choosing={refusal?.conflict !== undefined} />
      </form>
    </Citations>
  )
}

function Refused({ refusal, attempt }: { refusal: Refusal | null; attempt: number }) {
  if (!refusal) return null
  if (refusal.conflict) return <ConflictNotice message={refusal.message} conflict={refusal.conflict} />
  return <ErrorSummary title="There is a problem" message={refusal.message} fields={refusal.fields} attempt={attempt} />
}
