import { createStore, del, entries, set, type UseStore } from 'idb-keyval'

import type { Unsaved, UnsavedStore } from './answer-saver'

type Kept = Unsaved & { draft: string; step: string; field: string; at: number }

const day = 86_400_000
const longestKept = 30 * day
/** Stands for the draft that is not begun yet. */
const noDraft = 'new'

let database: UseStore | undefined
// Opened on first use; a browser that has none (some private windows) goes on without.
const store = () => (database ??= createStore('evidence-portal', 'unsaved-answers'))

const keyOf = (draft: string | null, step: string, field: string) => `${draft ?? noDraft}/${step}/${field}`

/** What this browser holds of a draft's step that is not on the server yet; wiped field by field as it is saved. */
export function unsavedStore(draft: string | null, step: string): UnsavedStore {
  return {
    keep: (field, unsaved) =>
      set(
        keyOf(draft, step, field),
        { ...unsaved, draft: draft ?? noDraft, step, field, at: Date.now() } satisfies Kept,
        store(),
      ).catch(() => undefined),
    drop: field => del(keyOf(draft, step, field), store()).catch(() => undefined),
  }
}

/**
 * What earlier pages of this browser left unsaved: of this draft, and for a day what was typed before there was one (the
 * next draft of a shared machine is somebody else's). The old is thrown away.
 */
export async function leftUnsaved(draft: string | null): Promise<Kept[]> {
  const all = await entries<string, Kept>(store()).catch(() => [])
  const now = Date.now()
  const isOld = ({ at, draft: of }: Kept) => now - at > (of === noDraft ? day : longestKept)
  const old = all.filter(([, kept]) => isOld(kept))
  await Promise.all(old.map(([key]) => del(key, store()))).catch(() => undefined)
  return all.map(([, kept]) => kept).filter(kept => !isOld(kept) && [draft ?? noDraft, noDraft].includes(kept.draft))
}

/** Forgets what was left of a field, under whichever draft. */
export async function forgetLeft({ draft, step, field }: Kept): Promise<void> {
  await del(keyOf(draft === noDraft ? null : draft, step, field), store()).catch(() => undefined)
}
