import type * as z from 'zod/mini'

import { holdCall, noSuchCall, recordEdit, savedMeanwhile, type CallAsRead } from '@/lib/data/call-editing'
import { db, type Transaction } from '@/lib/db'
import { keyFor, listDifferences, type LensRow, type PartnerRow, type PromptRow } from '@/lib/domain/call-edit'
import type { Viewer } from '@/lib/domain/person'
import { noPrompt } from '@/lib/domain/step-fields'
import { ok, refused, type Refusal, type Result } from '@/lib/result'

type Row = { id: string; remove?: 'yes' | undefined }
type Kept = { id: string }

/** How one of a call's lists is read and written. `T` is a row of the form, `K` one of the database. */
export type CallList<T extends Row, K extends Kept> = {
  /** As the audit trail names it. */
  field: string
  read: (tx: Transaction, callId: string) => Promise<K[]>
  /** What two people see of a row where both changed it. */
  describeRow: (row: T) => string
  describeKept: (kept: K) => string
  nameOf: (row: T | K) => string
  /** Why the new list cannot be, apart from its rows by themselves. */
  refuse?: (rows: T[], kept: K[]) => Refusal | null
  /** How often something names it; what is named cannot be removed. */
  uses: (tx: Transaction, id: string) => Promise<number>
  remove: (tx: Transaction, id: string) => Promise<unknown>
  /** Keys of rows that are offered no longer: no new one gets them. */
  retiredKeys?: (tx: Transaction, callId: string) => Promise<string[]>
  /** Done before rows are saved. */
  clear?: (tx: Transaction, callId: string) => Promise<unknown>
  save: (
    tx: Transaction,
    callId: string,
    kept: K | null,
    row: T,
    position: number,
    taken: Set<string>,
  ) => Promise<unknown>
}

/** Saves one of the call's lists as a whole: rows come, go and change places in one transaction. */
export function saveCallList<T extends Row, K extends Kept>(
  viewer: Viewer,
  read: CallAsRead,
  rows: T[],
  list: CallList<T, K>,
): Promise<Result<{ version: number }>> {
  return db.$transaction(async tx => {
    const call = await holdCall(tx, viewer, read.callId)
    if (!call) return refused(noSuchCall)
    const kept = await list.read(tx, call.id)
    const byId = new Map(kept.map(row => [row.id, row]))
    if (call.version !== read.version) {
      const theirs = kept.map(row => [row.id, list.nameOf(row), list.describeKept(row)] as const)
      const yours = rows
        .filter(row => !row.remove)
        .map(row => [row.id || list.nameOf(row), list.nameOf(row), list.describeRow(row)] as const)
      return savedMeanwhile({ version: call.version, changes: listDifferences(theirs, yours) })
    }
    const named = rows.map(row => row.id).filter(Boolean)
    // A row of another call, one that is gone, or one that came twice.
    if (named.some(id => !byId.has(id)) || new Set(named).size < named.length)
      return refused('Something in this list is not there any more.')
    const staying = rows.filter(row => !row.remove)
    const refusal = list.refuse?.(staying, kept) ?? doubled(staying.map(list.nameOf))
    if (refusal) return refusal
    for (const { id } of rows.filter(row => row.remove && row.id)) {
      const gone = byId.get(id)
      if (gone && (await list.uses(tx, id)) > 0)
        return refused(`“${list.nameOf(gone)}” is in use, so it cannot be removed.`)
    }
    for (const { id } of rows.filter(row => row.remove && row.id)) await list.remove(tx, id)
    await list.clear?.(tx, call.id)
    // `none` is what the wizard calls "none of these".
    const retired = (await list.retiredKeys?.(tx, call.id)) ?? []
    const taken = new Set([noPrompt, ...retired, ...kept.flatMap(row => ('key' in row ? String(row.key) : []))])
    for (const [index, row] of staying.entries()) {
      await list.save(tx, call.id, byId.get(row.id) ?? null, row, index + 1, taken)
    }
    return ok({ version: await recordEdit(tx, viewer, call.id, [list.field]) })
  })
}

export function keysOf(rows: readonly { key: string }[]): string[] {
  return rows.map(({ key }) => key)
}

function doubled(names: string[]): Refusal | null {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name.toLowerCase())) return refused(`“${name}” is there twice.`)
    seen.add(name.toLowerCase())
  }
  return null
}

type Prompt = z.infer<typeof PromptRow>
type KeptPrompt = { id: string; key: string; theme: string; text: string }

const prompts: CallList<Prompt, KeptPrompt> = {
  field: 'prompts',
  read: (tx, callId) => tx.prompt.findMany({ where: { callId, retiredAt: null }, orderBy: { position: 'asc' } }),
  retiredKeys: async (tx, callId) => keysOf(await tx.prompt.findMany({ where: { callId, retiredAt: { not: null } } })),
  nameOf: row => row.theme,
  describeRow: row => `${row.theme}: ${row.text}`,
  describeKept: row => `${row.theme}: ${row.text}`,
  refuse: rows => (rows.length === 0 ? refused('A call needs at least one prompt.') : null),
  uses: async (tx, promptId) =>
    (await tx.submissionPrompt.count({ where: { promptId } })) +
    (await tx.caseStudyPrompt.count({ where: { promptId } })),
  // drafts and responses may have been given a form with it
  remove: (tx, id) => tx.prompt.update({ where: { id }, data: { retiredAt: new Date() } }),
  save: (tx, callId, kept, { theme, text }, position, taken) =>
    kept
      ? tx.prompt.update({ where: { id: kept.id }, data: { theme, text, position } })
      : tx.prompt.create({ data: { callId, key: keyFor(theme, taken), theme, text, position } }),
}

type Lens = z.infer<typeof LensRow>
type KeptLens = { id: string; key: string; label: string }

const lenses: CallList<Lens, KeptLens> = {
  field: 'lenses',
  read: (tx, callId) => tx.lens.findMany({ where: { callId }, orderBy: { position: 'asc' } }),
  nameOf: row => row.label,
  describeRow: row => row.label,
  describeKept: row => row.label,
  uses: (tx, lensId) => tx.caseStudyLens.count({ where: { lensId } }),
  remove: (tx, id) => tx.lens.delete({ where: { id } }),
  save: (tx, callId, kept, { label }, position, taken) =>
    kept
      ? tx.lens.update({ where: { id: kept.id }, data: { label, position } })
      : tx.lens.create({ data: { callId, key: keyFor(label, taken), label, position } }),
}

type Partner = z.infer<typeof PartnerRow>
type KeptPartner = { id: string; name: string; role: string; url: string }

const partners: CallList<Partner, KeptPartner> = {
  field: 'partners',
  read: (tx, callId) => tx.partner.findMany({ where: { callId }, orderBy: { position: 'asc' } }),
  nameOf: row => row.name,
  describeRow: row => `${row.name}, ${row.role}, ${row.url}`,
  describeKept: row => `${row.name}, ${row.role}, ${row.url}`,
  uses: () => Promise.resolve(0),
  remove: (tx, id) => tx.partner.delete({ where: { id } }),
  // Made anew each time, so that two of them can exchange names. Nothing refers to them.
  clear: (tx, callId) => tx.partner.deleteMany({ where: { callId } }),
  save: (tx, callId, kept, { name, role, url }, position) =>
    tx.partner.create({ data: { ...(kept && { id: kept.id }), callId, name, role, url, position } }),
}

/** Saves the prompts. A new one gets a key of its theme's words, which stays when the theme is renamed. */
export function savePrompts(viewer: Viewer, read: CallAsRead, rows: Prompt[]) {
  return saveCallList(viewer, read, rows, prompts)
}

/** Saves the lenses. */
export function saveLenses(viewer: Viewer, read: CallAsRead, rows: Lens[]) {
  return saveCallList(viewer, read, rows, lenses)
}

/** Saves the partners. */
export function savePartners(viewer: Viewer, read: CallAsRead, rows: Partner[]) {
  return saveCallList(viewer, read, rows, partners)
}
