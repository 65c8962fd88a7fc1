import * as z from 'zod/mini'

import { colourNames } from './codebook'

export const changeKinds = ['create', 'edit', 'place', 'merge', 'split', 'retire', 'restore', 'import', 'undo'] as const
/** What was done to the codebook (`CodebookChange_kind`). */
export type ChangeKind = (typeof changeKinds)[number]

/** What is written about a code, in the order of its form, with the words that its form uses. */
export const codeFields = {
  name: 'Name',
  colour: 'Colour',
  definition: 'Definition',
  whenToUse: 'When to use',
  whenNot: 'When not to use',
  example: 'Example',
} as const
export type CodeField = keyof typeof codeFields
export const codeFieldNames = ['name', 'colour', 'definition', 'whenToUse', 'whenNot', 'example'] as const

/** Fields that say what a code means: codings made before one of them changed are marked. */
export const definingFields: readonly CodeField[] = ['definition', 'whenToUse', 'whenNot']

const Standing = z.object({ parentId: z.nullable(z.string()), position: z.number() })
const Difference = z.object({ before: z.string(), after: z.string() })
const ids = z._default(z.array(z.string()), [])

/**
 * What a change keeps of before and after. `fields`: what was written (create and import of a new code: `before` is
 * empty). `from` and `to`: where the code stood and stands. `toIds`: the codes that passages went to; `madeIds`: those
 * of them that were made for it; `fromId`: the code that a new one was split off. `childIds`: the codes under it that
 * went elsewhere. An undo names the change that it undid and its kind.
 */
export const CodeChange = z.object({
  fields: z._default(z.record(z.string(), Difference), {}),
  from: z.optional(Standing),
  to: z.optional(Standing),
  toIds: ids,
  madeIds: ids,
  childIds: ids,
  fromId: z.optional(z.string()),
  added: z._default(z.boolean(), false),
  changeId: z.optional(z.string()),
  undone: z.optional(z.enum(['merge', 'split'])),
})
export type CodeChange = z.infer<typeof CodeChange>

/** What is written about a code. */
export type CodeWords = { [F in CodeField]: F extends 'colour' ? number : string }

/** What of a code's fields differs, as it is kept: a colour by its number. What `after` does not name stays. */
export function differencesOf(before: Partial<CodeWords>, after: Partial<CodeWords>): CodeChange['fields'] {
  const differences: CodeChange['fields'] = {}
  for (const field of codeFieldNames) {
    const [was, is] = [String(before[field] ?? ''), after[field]]
    if (is !== undefined && was !== String(is)) differences[field] = { before: was, after: String(is) }
  }
  return differences
}

type Told = {
  kind: ChangeKind
  content: CodeChange
  /** The code that it was done to. */
  codeId: string
  /** How many passages went along, of those that the reader may know. */
  moved: number
}

/**
 * A change as it follows a name in the history of one code ("Lesley Hart merged it into “Food”: 3 passages went along").
 * `nameOf` gives a code's present name.
 */
export function changeInWords(
  { kind, content, codeId, moved }: Told,
  readerOf: string,
  nameOf: (id: string) => string,
): string {
  const quoted = (id: string | null | undefined) => (id ? `“${nameOf(id)}”` : 'the top')
  const others = content.toIds.map(quoted).join(' and ')
  const own = codeId === readerOf
  switch (kind) {
    case 'create':
      return content.fromId ? `made it, split off ${quoted(content.fromId)}` : 'added it'
    case 'edit':
      return `changed its ${fieldsInWords(content)}`
    case 'place':
      return placeInWords(content, quoted)
    case 'merge':
      return own ? `merged it into ${others}${along(moved)}` : `merged ${quoted(codeId)} into it${along(moved)}`
    case 'split':
      if (!own) return `moved ${passages(moved)} from ${quoted(codeId)} into it`
      return content.madeIds.length > 0
        ? `split off ${others}${along(moved)}`
        : `moved ${passages(moved)} from it to ${others}`
    case 'retire':
      return content.childIds.length > 0 ? 'retired it; the codes under it moved up' : 'retired it'
    case 'restore':
      return 'brought it back'
    case 'import':
      return content.added ? 'added it with an import' : 'changed it with an import'
    case 'undo':
      return undoInWords(content, own ? others : quoted(codeId), own)
  }
}

/** Each field of a change with what it said before and says now, for a table. */
export function differencesInWords(content: CodeChange): { label: string; before: string; after: string }[] {
  return Object.entries(codeFields).flatMap(([field, label]) => {
    const difference = content.fields[field]
    if (!difference) return []
    const said = (text: string) => (field === 'colour' ? colourInWords(text) : text)
    return [{ label, before: said(difference.before), after: said(difference.after) }]
  })
}

/** “1 passage”, “3 passages”, “no passages”. */
export function passages(count: number): string {
  if (count === 0) return 'no passages'
  return count === 1 ? '1 passage' : `${count.toLocaleString('en-GB')} passages`
}

function along(moved: number) {
  return moved > 0 ? `: ${passages(moved)} went along` : ''
}

function undoInWords(content: CodeChange, other: string, own: boolean) {
  if (content.undone === 'merge') return own ? `undid the merge into ${other}` : `undid the merge of ${other} into it`
  return own ? `undid the move of passages to ${other}` : `undid the move of passages from ${other}`
}

function placeInWords({ from, to }: CodeChange, quoted: (id: string | null | undefined) => string) {
  if (!from || !to || from.parentId === to.parentId) return 'changed its place among its neighbours'
  if (to.parentId === null) return `moved it from under ${quoted(from.parentId)} to the top`
  return from.parentId === null
    ? `moved it under ${quoted(to.parentId)}`
    : `moved it from under ${quoted(from.parentId)} to under ${quoted(to.parentId)}`
}

function fieldsInWords({ fields }: CodeChange) {
  const named = Object.entries(codeFields).flatMap(([field, label]) =>
    field in fields ? [field.startsWith('when') ? `“${label}”` : label.toLowerCase()] : [],
  )
  const last = named.pop() ?? 'words'
  return named.length > 0 ? `${named.join(', ')} and ${last}` : last
}

function colourInWords(number: string) {
  return colourNames[Number(number) - 1] ?? number
}
