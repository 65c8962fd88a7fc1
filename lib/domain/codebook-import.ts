import * as z from 'zod/mini'

import { CodeInput } from './codebook'
import { codeFieldNames, differencesOf, type CodeChange, type CodeField, type CodeWords } from './codebook-change'
import { mostDepth } from './codebook-tree'

/** More than any codebook that people can keep in their heads. */
export const mostCodes = 2_000

/** The most bytes of a file with a codebook. */
export const mostBytes = 2 * 1024 * 1024

const Words = z.object({
  name: z.string(),
  colour: z.optional(z.number()),
  definition: z.optional(z.string()),
  whenToUse: z.optional(z.string()),
  whenNot: z.optional(z.string()),
  example: z.optional(z.string()),
})

/**
 * A code as a file has it. `at` says where, for sentences (“Row 5”); `path` names the codes above it from the top, null
 * where the file does not say. What `words` leaves out stays as it is.
 */
export const FileCode = z.object({
  at: z.string(),
  id: z.nullable(z.string()),
  path: z.nullable(z.array(z.string())),
  retired: z.boolean(),
  words: Words,
})
export type FileCode = z.infer<typeof FileCode>

/** A file that was read: its codes, what is wrong with it, and what of it has no place here. */
export const CodebookFile = z.object({
  codes: z.array(FileCode),
  faults: z.array(z.string()),
  notes: z.array(z.string()),
})
export type CodebookFile = z.infer<typeof CodebookFile>

/** What a file says about a code, as it is kept, with a sentence for each thing that cannot be. Null: not said. */
export function readWords(
  at: string,
  said: Partial<Record<CodeField, string | number | null>>,
): { words: FileCode['words']; faults: string[] } {
  const words: Record<string, unknown> = {}
  const faults: string[] = []
  for (const field of codeFieldNames) {
    if (said[field] === undefined || said[field] === null) continue
    const parsed = CodeInput.shape[field].safeParse(said[field])
    if (parsed.success) words[field] = parsed.data
    else faults.push(`${at}: ${parsed.error.issues[0]?.message ?? 'This cannot be read'}.`)
  }
  const whole = Words.safeParse(words)
  if (whole.success) return { words: whole.data, faults }
  return { words: { name: '' }, faults: faults.length > 0 ? faults : [`${at}: Enter a name.`] }
}

/** A code of the codebook as it is before an import. */
export type ExistingCode = CodeWords & { id: string; parentId: string | null; retired: boolean }

/** What an import makes of one code of the file. `ref` and `parentRef` are ids of codes, or `row:<n>` for what it adds. */
export type PlannedCode = {
  kind: 'add' | 'change' | 'same'
  at: string
  name: string
  ref: string
  /** The code's here; null for what it adds. */
  codeId: string | null
  /** The file's own id of it. */
  fileId: string | null
  retired: boolean
  words: FileCode['words']
  fields: CodeChange['fields']
  /** Where it stands after the import. */
  parentRef: string | null
  parentName: string | null
  moved: boolean
}

export type ImportPlan = { codes: PlannedCode[]; faults: string[] }

/**
 * What importing a file would do: codes that have the same id or name are changed, others are added, and none is taken
 * away, retired or brought back. With faults, nothing may be done.
 */
export function planImport(existing: readonly ExistingCode[], rows: readonly FileCode[]): ImportPlan {
  const faults: string[] = doubledNames(rows)
  const found = matched(existing, rows)
  const refOf = (index: number) => found.get(index)?.id ?? `row:${index}`
  const codes = rows.map((row, index): PlannedCode => {
    const here = found.get(index)
    const parent = parentOf(row, index, { existing, rows, refOf, here })
    if (parent.fault) faults.push(parent.fault)
    const fields = differencesOf(here ?? {}, row.words)
    const mayMove = here && !here.retired && !row.retired
    const moved = Boolean(mayMove && here.parentId !== parent.ref)
    return {
      kind: !here ? 'add' : moved || Object.keys(fields).length > 0 ? 'change' : 'same',
      at: row.at,
      name: row.words.name,
      ref: refOf(index),
      codeId: here?.id ?? null,
      fileId: row.id,
      retired: here?.retired ?? row.retired,
      words: row.words,
      fields,
      parentRef: here && !moved ? here.parentId : parent.ref,
      parentName: null,
      moved,
    }
  })
  const names = new Map([
    ...existing.map(code => [code.id, code.name] as const),
    ...codes.map(code => [code.ref, code.name] as const),
  ])
  for (const code of codes) code.parentName = names.get(code.parentRef ?? '') ?? null
  return { codes, faults: [...faults, ...faultsAfter(existing, codes)] }
}

const plain = (name: string) => name.toLowerCase()

function doubledNames(rows: readonly FileCode[]): string[] {
  const first = new Map<string, string>()
  return rows.flatMap(({ at, retired, words: { name } }) => {
    if (retired) return []
    const before = first.get(plain(name))
    if (before) return [`${at}: “${name}” has the name of another code of the file (${before}). Rename one of them.`]
    first.set(plain(name), at)
    return []
  })
}

/** Which code of the codebook each row means: the one with its id, else with its name. Each is meant once. */
function matched(existing: readonly ExistingCode[], rows: readonly FileCode[]): Map<number, ExistingCode> {
  const found = new Map<number, ExistingCode>()
  const free = new Set(existing)
  const claim = (index: number, fits: (code: ExistingCode) => boolean) => {
    if (found.has(index)) return
    const code = existing.find(one => free.has(one) && fits(one))
    if (!code) return
    free.delete(code)
    found.set(index, code)
  }
  const named = (code: ExistingCode, row: FileCode) => plain(code.name) === plain(row.words.name)
  rows.forEach((row, index) => claim(index, code => code.id === row.id))
  rows.forEach((row, index) => claim(index, code => code.retired === row.retired && named(code, row)))
  rows.forEach((row, index) => claim(index, code => row.retired && !code.retired && named(code, row)))
  return found
}

type Around = {
  existing: readonly ExistingCode[]
  rows: readonly FileCode[]
  refOf: (index: number) => string
  here: ExistingCode | undefined
}

function parentOf(row: FileCode, index: number, { existing, rows, refOf, here }: Around) {
  if (row.path === null) return { ref: here?.parentId ?? null }
  const wanted = row.path.at(-1)
  if (wanted === undefined) return { ref: null }
  const other = rows.findIndex((one, at) => at !== index && !one.retired && plain(one.words.name) === plain(wanted))
  if (other >= 0) return { ref: refOf(other) }
  const code = existing.find(one => !one.retired && plain(one.name) === plain(wanted))
  if (code) return { ref: code.id }
  const missing = `${row.at}: there is no code “${wanted}” for “${row.words.name}” to stand under.`
  return row.retired ? { ref: null } : { ref: null, fault: missing }
}

/** What would be wrong with the codebook after it: two of a name, a circle, too deep. */
function faultsAfter(existing: readonly ExistingCode[], codes: readonly PlannedCode[]): string[] {
  const after = new Map(
    existing
      .filter(code => !code.retired)
      .map(code => [code.id, { name: code.name, parentRef: code.parentId, at: '' }]),
  )
  for (const { ref, name, parentRef, at, retired } of codes)
    if (!retired) after.set(ref, { name, parentRef, at: `${at}: ` })
  const faults: string[] = []
  const taken = new Set([...after.values()].filter(code => code.at === '').map(code => plain(code.name)))
  for (const { name, at } of after.values())
    if (at && taken.has(plain(name))) faults.push(`${at}another code is named “${name}” already.`)
  for (const [ref, { name, at }] of after) {
    const above = new Set<string>()
    let next: string | null | undefined = ref
    while (next && !above.has(next)) {
      above.add(next)
      next = after.get(next)?.parentRef
    }
    if (next) faults.push(`${at}“${name}” would stand under itself.`)
    else if (above.size > mostDepth)
      faults.push(`${at}“${name}” would stand ${above.size} deep. Codes stand at most ${mostDepth} deep.`)
  }
  return faults
}
