'use client'

import { useRouter } from 'next/navigation'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
} from 'react'

import type { CodingsView, SpanView } from '@/lib/data/coding-list'
import type { Present } from '@/lib/data/live-hub'
import type { TextView } from '@/lib/data/submission-texts'
import type { Span } from '@/lib/domain/span'

import { withDeeds, type CodingDeed, type Reversible } from './coding-deeds'
import { CodingQueue, notReady, type QueueState } from './coding-queue'
import { CodingReader, isStillReadable } from './coding-reader'
import { useLive } from './use-live'

/** A code as the coding view needs it. `path` names what it stands under. */
export type CodeChoice = {
  id: string
  name: string
  path: string
  colour: number
  definition: string
  definedAt: string
  retired: boolean
}

/** Words that somebody commented on. */
export type Remark = Span & { id: string; versionId: string }

export type CodingProps = {
  reference: string
  me: { id: string; name: string; team: string }
  texts: TextView[]
  codes: CodeChoice[]
  codings: CodingsView
  remarks: Remark[]
}

/** Words of one text that are selected, and how: the keyboard goes on from its own. */
export type Selected = Span & { versionId: string; codingId: string | null }

type Coding = Omit<CodingProps, 'codings'> & {
  view: CodingsView
  codeOf: (id: string) => CodeChoice | undefined
  selected: Selected | null
  select: Dispatch<SetStateAction<Selected | null>>
  /** What was done last, for who cannot see it. */
  said: string
  say: (sentence: string) => void
  queue: QueueState
  live: { people: Present[]; connected: boolean }
  apply: (code: Pick<CodeChoice, 'id' | 'name'>, on: Selected, memo?: string) => void
  remove: (span: SpanView) => void
  writeMemo: (span: SpanView, memo: string) => void
  knowCode: (code: CodeChoice) => void
  undo: () => void
  redo: () => void
  undoable: boolean
  redoable: boolean
}

const Context = createContext<Coding | null>(null)

/** The coding of this submission. Only below a CodingDesk. */
export function useCoding(): Coding {
  const coding = useContext(Context)
  if (!coding) throw new Error('There is no coding desk around this.')
  return coding
}

/** Around everything of a page that codes one submission: what stands, what is selected, and what can be done. */
export function CodingDesk({ children, ...props }: CodingProps & { children: ReactNode }) {
  const { reference, me, texts, remarks } = props
  const [selected, select] = useState<Selected | null>(null)
  const [said, say] = useState('')
  const [coined, setCoined] = useState<CodeChoice[]>([])
  const { view, queue, add, live } = useCodings(props)
  const history = useHistory(add)
  const codes = useMemo(
    () => [...props.codes, ...coined.filter(code => !props.codes.some(({ id }) => id === code.id))],
    [props.codes, coined],
  )
  const byId = useMemo(() => new Map(codes.map(code => [code.id, code])), [codes])
  const codeOf = useCallback((id: string) => byId.get(id), [byId])

  const apply: Coding['apply'] = (code, { versionId, start, end }, memo = '') => {
    const there = view.spans.some(
      span =>
        span.mine &&
        span.codeId === code.id &&
        span.textVersionId === versionId &&
        span.start === start &&
        span.end === end,
    )
    if (there) return say(`${code.name} is on these words already.`)
    const codingId = crypto.randomUUID()
    const at = new Date().toISOString()
    history.done({
      done: { kind: 'make', codingId, textVersionId: versionId, codeId: code.id, memo, start, end, at },
      undone: { kind: 'remove', codingId },
    })
    say(`Coded as ${code.name}.`)
  }
  const remove: Coding['remove'] = ({ id: codingId, codeId }) => {
    history.done({ done: { kind: 'remove', codingId }, undone: { kind: 'putBack', codingId } })
    say(`${codeOf(codeId)?.name ?? 'The code'} was taken off. Ctrl and Z puts it back.`)
  }
  const writeMemo: Coding['writeMemo'] = ({ id: codingId, memo: before }, memo) =>
    history.done({ done: { kind: 'memo', codingId, memo }, undone: { kind: 'memo', codingId, memo: before } })

  const value: Coding = {
    reference,
    me,
    texts,
    remarks,
    codes,
    codeOf,
    view,
    queue,
    live,
    selected,
    select,
    said,
    say,
    apply,
    remove,
    writeMemo,
    knowCode: code => setCoined(before => [...before, code]),
    undo: () => history.undo(() => say('Taken back.')),
    redo: () => history.redo(() => say('Done again.')),
    undoable: history.undoable,
    redoable: history.redoable,
  }
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** What stands, read anew when anybody changed something, with what was done here on top. */
function useCodings({ reference, me, codings }: CodingProps) {
  const router = useRouter()
  const [server, setServer] = useState(codings)
  const [queue, setQueue] = useState(notReady)
  const sender = useRef<CodingQueue | null>(null)
  const reader = useRef<CodingReader<readonly CodingDeed[]> | null>(null)

  useEffect(() => {
    const queue = new CodingQueue(reference, `portal:codings:${me.id}:${reference}`, setQueue, () => void read.read())
    const read = new CodingReader(
      reference,
      () => queue.committed,
      (now, committed) => {
        setServer(now)
        queue.forget(committed)
      },
    )
    sender.current = queue
    reader.current = read
    return queue.start()
  }, [reference, me.id])

  const live = useLive(reference, {
    onCodings: () => void reader.current?.read(),
    onComments: () => void isStillReadable(reference).then(still => still && router.refresh()),
  })
  const add = useCallback((deed: CodingDeed) => sender.current?.add(deed), [])
  const view = useMemo(
    () => withDeeds(server, [...queue.sent, ...queue.waiting], me),
    [server, queue.sent, queue.waiting, me],
  )
  return { view, queue, add, live }
}

/** Undo and redo of what was done on this page. */
function useHistory(add: (deed: CodingDeed) => void) {
  const [{ past, future }, setHistory] = useState<{ past: Reversible[]; future: Reversible[] }>({
    past: [],
    future: [],
  })
  return {
    done(deed: Reversible) {
      add(deed.done)
      setHistory({ past: [...past, deed], future: [] })
    },
    undo(then: () => void) {
      const last = past.at(-1)
      if (!last) return
      add(last.undone)
      setHistory({ past: past.slice(0, -1), future: [last, ...future] })
      then()
    },
    redo(then: () => void) {
      const [next, ...rest] = future
      if (!next) return
      // made once already: it is put back, with the same id
      add(next.done.kind === 'make' ? { kind: 'putBack', codingId: next.done.codingId } : next.done)
      setHistory({ past: [...past, next], future: rest })
      then()
    },
    undoable: past.length > 0,
    redoable: future.length > 0,
  }
}
