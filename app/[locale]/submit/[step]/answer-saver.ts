import type { ConflictInWords } from '@/app/[locale]/submit/conflict-words'
import type { FormValues } from '@/lib/domain/step-form'
import type { StepName } from '@/lib/domain/step-fields'

type Value = string | string[]

/** What is typed and not on the server yet: by which page, on top of which version. */
export type Unsaved = { value: Value; base: number; writer: string }

/** Where unsaved answers outlive the page. Each call settles once they are kept, or are gone. */
export type UnsavedStore = {
  keep(field: string, unsaved: Unsaved): Promise<void>
  drop(field: string): Promise<void>
}

/** A save as it is posted; `turn` counts the saves of a page, so that a late one never undoes the next. */
export type Save = {
  writer: string
  turn: number
  step: StepName
  answers: { field: string; value: Value; base: number }[]
}

/** What the server says: what it committed, or why it took nothing. `away` when nobody answered, or not now. */
export type SaveAnswer =
  | { kind: 'done'; draft: string; saved: Record<string, number>; time: string; conflicts: ConflictInWords[] }
  | { kind: 'refused'; message: string }
  | { kind: 'away' }

export type SaverState = {
  /** `saved` only when nothing typed here is missing on the server. */
  status: 'still' | 'saving' | 'saved' | 'away' | 'refused'
  time: string | null
  refusal: string | null
  conflicts: ConflictInWords[]
}

/** What the server took, for whoever shows this step again from the browser's memory. */
export type Taken = { draft: string; field: string; value: Value; version: number }

type Given = {
  step: StepName
  writer: string
  versions: Record<string, number>
  values: FormValues
  time: string | null
  post: (save: Save) => Promise<SaveAnswer>
  store: UnsavedStore
  onTaken?: (taken: Taken) => void
}

let turns = 0 // of all pages of this window: none of them falls behind when it is shown again

/** Added to the turns of a save for a page that is gone. */
export const turnsOfEarlierPages = 1_000_000

const typingPause = 600
const longestWait = 3_000
const retryPauses = [2_000, 5_000, 10_000, 20_000, 30_000]

/**
 * Saves what is typed on one page: a pause after the last key, at once when asked to, again and again while the line is
 * gone. One save is under way at a time. What is not on the server waits in `store` too, and is wiped once it is.
 */
export class AnswerSaver {
  #unsaved = new Map<string, Unsaved>()
  #seen: Record<string, Value>
  #versions: Record<string, number>
  #state: SaverState
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #waitsSince = 0
  #underWay: Promise<void> | null = null
  #tries = 0

  constructor(private readonly given: Given) {
    this.#seen = { ...given.values }
    this.#versions = { ...given.versions }
    this.#state = { status: given.time ? 'saved' : 'still', time: given.time, refusal: null, conflicts: [] }
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  state = (): SaverState => this.#state

  /** The versions that a form posted now goes on from, and its turn. */
  pageState(): { versions: Record<string, number>; turn: number } {
    const versions = { ...this.#versions }
    for (const [field, { base }] of this.#unsaved) versions[field] = base
    return { versions, turn: ++turns }
  }

  /** The form as it stands: what differs from before is to be saved. */
  change(values: FormValues): void {
    for (const [field, value] of Object.entries(values)) {
      if (isSame(this.#seen[field], value)) continue
      this.#seen[field] = value
      const waiting = this.#unsaved.get(field)
      this.#wait(field, {
        writer: waiting?.writer ?? this.given.writer,
        base: waiting?.base ?? this.#versions[field] ?? 0,
        value,
      })
    }
    if (this.#sendable().length > 0) this.#schedule(typingPause)
  }

  /** Takes up what an earlier page left unsaved. The caller has put it into the form. */
  adopt(field: string, unsaved: Unsaved): void {
    this.#seen[field] = unsaved.value
    this.#unsaved.set(field, unsaved)
    this.#schedule(0)
  }

  /** What this window saved since the page was made by the server. The caller has put it into the form. */
  recall(field: string, value: Value, version: number): void {
    this.#seen[field] = value
    this.#versions[field] = version
  }

  /** Saves now what waits: on leaving a field or the page, or when the line is back. */
  flush = (): Promise<void> => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    return (this.#underWay ??= this.#send().finally(() => {
      this.#underWay = null
    }))
  }

  /** Stops the clock and waits for the save under way: the form is about to be posted. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#underWay
  }

  /** Everything on the page was posted and taken. */
  async wiped(): Promise<void> {
    clearTimeout(this.#timer)
    await Promise.all(Array.from(this.#unsaved.keys(), field => this.given.store.drop(field)))
    this.#unsaved.clear()
  }

  /** What a posted form met: its fields wait until they are chosen. */
  contest(conflicts: ConflictInWords[]): void {
    for (const { field } of conflicts) {
      const value = this.#seen[field] ?? ''
      this.#unsaved.set(field, { value, base: this.#versions[field] ?? 0, writer: this.given.writer })
    }
    if (conflicts.length > 0) this.#say({ conflicts })
  }

  /** Ends a conflict: `mine` goes on top of what the other page saved; of `theirs` the caller fills the field. */
  choose(conflict: ConflictInWords, which: 'mine' | 'theirs'): void {
    const { field, version, value } = conflict
    this.#versions[field] = version
    const waiting = this.#unsaved.get(field)
    if (which === 'mine' && waiting) this.#wait(field, { ...waiting, writer: this.given.writer, base: version })
    else {
      this.#unsaved.delete(field)
      this.#seen[field] = value
      void this.given.store.drop(field)
    }
    const conflicts = this.#state.conflicts.filter(one => one.field !== field)
    this.#say({ conflicts, status: this.#unsaved.size > 0 ? 'saving' : 'saved', time: this.#state.time })
    void this.flush()
  }

  #wait(field: string, unsaved: Unsaved) {
    this.#unsaved.set(field, unsaved)
    void this.given.store.keep(field, unsaved)
    if (this.#state.status !== 'away') this.#say({ status: 'saving', refusal: null })
  }

  #sendable(): [string, Unsaved][] {
    const open = new Set(this.#state.conflicts.map(({ field }) => field))
    return Array.from(this.#unsaved).filter(([field]) => !open.has(field))
  }

  #schedule(pause: number) {
    const now = Date.now()
    if (this.#timer === undefined) this.#waitsSince = now
    clearTimeout(this.#timer)
    const longest = Math.max(0, this.#waitsSince + longestWait - now)
    const wait = this.#tries > 0 ? pause : Math.min(pause, longest)
    this.#timer = setTimeout(() => void this.flush(), wait)
  }

  async #send(): Promise<void> {
    for (let waiting = this.#sendable(); waiting.length > 0; waiting = this.#sendable()) {
      const writer = waiting[0]?.[1].writer ?? ''
      const sent = waiting.filter(([, unsaved]) => unsaved.writer === writer)
      const answers = sent.map(([field, { value, base }]) => ({ field, value, base }))
      // of an earlier page nobody knows the last turn, and it takes none any more
      const turn = ++turns + (writer === this.given.writer ? 0 : turnsOfEarlierPages)
      const answer = await this.given.post({ writer, turn, step: this.given.step, answers })
      if (answer.kind !== 'done') return this.#notTaken(answer)
      if (!sent.every(([field]) => isAnswered(answer, field))) return this.#notTaken({ kind: 'away' })
      this.#tries = 0
      for (const [field, { value }] of sent) this.#settled(field, value, answer.saved[field], answer.draft)
      this.#heard(answer)
    }
  }

  #notTaken(answer: Exclude<SaveAnswer, { kind: 'done' }>) {
    if (answer.kind === 'refused') return this.#say({ status: 'refused', refusal: answer.message })
    this.#say({ status: 'away' })
    const pause = retryPauses[Math.min(this.#tries++, retryPauses.length - 1)] ?? longestWait
    this.#schedule(pause)
  }

  #settled(field: string, value: Value, version: number | undefined, draft: string) {
    if (version === undefined) return
    this.#versions[field] = version
    this.given.onTaken?.({ draft, field, value, version })
    const waiting = this.#unsaved.get(field)
    if (waiting && !isSame(waiting.value, value)) {
      this.#wait(field, { ...waiting, writer: this.given.writer, base: version })
      return
    }
    this.#unsaved.delete(field)
    void this.given.store.drop(field)
  }

  #heard({ time, conflicts }: Extract<SaveAnswer, { kind: 'done' }>) {
    const all = [...this.#state.conflicts, ...conflicts]
    const open = all.filter((one, index) => all.findLastIndex(other => other.field === one.field) === index)
    this.#say({ conflicts: open, status: this.#unsaved.size > 0 ? 'saving' : 'saved', time, refusal: null })
  }

  #say(news: Partial<SaverState>) {
    this.#state = { ...this.#state, ...news }
    for (const listener of this.#listeners) listener()
  }
}

/** Whether the server says what became of a field; an answer that does not is none. */
function isAnswered({ saved, conflicts }: Extract<SaveAnswer, { kind: 'done' }>, field: string): boolean {
  return saved[field] !== undefined || conflicts.some(conflict => conflict.field === field)
}

function isSame(one: Value | undefined, other: Value): boolean {
  return JSON.stringify(one ?? (Array.isArray(other) ? [] : '')) === JSON.stringify(other)
}
