import * as z from 'zod/mini'

import { lineInput, paragraphsInput } from './text-input'

/** The design has twelve colours for codes. */
export const codeColours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** What each colour is called, so that a choice among them does not rest on seeing it. */
export const colourNames = [
  'blue',
  'brown',
  'green',
  'rust',
  'navy',
  'purple',
  'olive',
  'salmon',
  'crimson',
  'teal',
  'violet',
  'black',
] as const

/** A code as a lead writes it. The name is unique among the codes in use (`Code_one_of_a_name`). */
export const CodeInput = z.object({
  name: lineInput({ name: 'Name', most: 100, missing: 'Enter a name' }),
  colour: z.coerce.number('Select a colour').check(
    z.int('Select a colour'),
    z.refine(colour => colour >= 1 && colour <= codeColours.length, 'Select a colour'),
  ),
  definition: paragraphsInput({ name: 'Definition', most: 2000 }),
  whenToUse: paragraphsInput({ name: 'When to use', most: 2000 }),
  whenNot: paragraphsInput({ name: 'When not to use', most: 2000 }),
  example: paragraphsInput({ name: 'Example', most: 2000 }),
})
export type CodeInput = z.infer<typeof CodeInput>

type Named = { id: string; name: string }

/**
 * The code that somebody means by what they typed: its whole name, else the only one that begins so, else the only one
 * that has a word beginning so. Null where there is none or more than one.
 */
export function codeByName<C extends Named>(codes: readonly C[], typed: string): C | null {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return null
  const names = codes.map(code => ({ code, name: code.name.toLowerCase() }))
  const ways = [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => name.split(/[\s-]+/).some(word => word.startsWith(wanted)),
  ]
  for (const matches of ways) {
    const found = names.filter(({ name }) => matches(name))
    if (found.length > 0) return found.length === 1 ? (found[0]?.code ?? null) : null
  }
  return null
}

/**
 * The codes that the typed letters may mean, the likeliest first: names that begin so, then names with a word that
 * begins so, then names that have the letters anywhere; each group in the order given.
 */
export function codesByLetters<C extends { name: string }>(codes: readonly C[], typed: string): C[] {
  const wanted = typed.trim().toLowerCase()
  const ranked = codes.flatMap((code, index) => {
    const name = code.name.toLowerCase()
    const at = name.indexOf(wanted)
    if (at < 0) return []
    const rank = at === 0 ? 0 : name.split(/[\s-]+/).some(word => word.startsWith(wanted)) ? 1 : 2
    return [{ code, rank, index }]
  })
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ code }) => code)
}

/** A code of the codebook to stand under, or nothing for the top. */
export const ParentInput = z._default(z.union([z.literal(''), z.uuid()], 'Select a code of the codebook'), '')

/** What is written about a new code, and where it stands. */
export const NewCodeInput = z.extend(CodeInput, { parentId: ParentInput })

/**
 * Whether a coding was made under another definition than the code has now, and nobody has said since that it still
 * fits: it is shown as “defined anew since”.
 */
export function isDefinedAnew(coding: { createdAt: Date; checkedAt: Date | null }, definedAt: Date): boolean {
  return coding.createdAt < definedAt && (coding.checkedAt === null || coding.checkedAt < definedAt)
}
