import * as z from 'zod/mini'

import { isList, isStepField } from './step-form'
import { stepNames } from './step-fields'

/** Characters of one value at most, while it is typed: what is over a field's own limit is kept too, and refused on going on. */
export const mostTyped = 60_000

const Typed = z.string().check(z.maxLength(mostTyped))
const Count = z.int().check(z.minimum(0), z.maximum(1_000_000_000))
const Writer = z.string().check(z.regex(/^[\w-]{8,24}$/))

/** The version of each field that a page began with, by their names; nought for what was not there. */
export const Versions = z.record(z.string(), Count)

/**
 * What a page saves while somebody types: fields of one step as they stand, each with the version that the page knew of
 * (0: none yet). `writer` is the page itself, by a random name, and `turn` counts its saves.
 */
export const DraftSave = z.object({
  writer: Writer,
  turn: Count,
  step: z.enum(stepNames),
  answers: z
    .array(
      z
        .object({
          field: z.string().check(z.refine(isStepField)),
          value: z.union([Typed, z.array(Typed).check(z.maxLength(100))]),
          base: Count,
        })
        .check(z.refine(({ field, value }) => isStepField(field) && isList(field) === Array.isArray(value))),
    )
    .check(
      z.minLength(1),
      z.maxLength(12),
      z.refine(answers => new Set(answers.map(({ field }) => field)).size === answers.length),
      z.refine(answers => answers.every(({ value }) => [value].flat().join('').length <= mostTyped)),
    ),
})
export type DraftSave = z.infer<typeof DraftSave>

/**
 * The hidden fields by which a posted step says which page it comes from and what it knew; and what the respondent chose
 * where another page had saved meanwhile: `theirs`, or `mine:7` on top of its version 7.
 */
export function readPageState(sent: Record<string, string | string[]>) {
  const writer = Writer.safeParse(sent.writer)
  const turn = Count.safeParse(Number(sent.turn))
  const versions = Versions.safeParse(jsonOf(sent.versions))
  const chosen = Object.entries(sent).flatMap(([name, which]) =>
    name.startsWith('keep.') ? [{ field: name.slice('keep.'.length), which: String(which) }] : [],
  )
  const mine = chosen.flatMap(({ field, which }) => {
    const [, version] = /^mine:(\d{1,9})$/.exec(which) ?? []
    return version ? [[field, Number(version)] as const] : []
  })
  return {
    writer: writer.success ? writer.data : '',
    turn: turn.success ? turn.data : 0,
    versions: { ...(versions.success ? versions.data : {}), ...Object.fromEntries(mine) },
    keepTheirs: chosen.flatMap(({ field, which }) => (which === 'theirs' ? [field] : [])),
  }
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== 'string') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A text as a database can hold it, and otherwise just as it was typed: without NUL and without halves of surrogate pairs. */
export function storable(typed: string): string {
  return typed.replace(/[\p{Surrogate}\u0000]/gu, '')
}
