import { against, targetKinds, type Target, type TargetKind } from './coverage'

/** What a form says of one target: null for none. */
export type GivenTarget = Omit<Target, 'target'> & { target: number | null }

/** The name of a target's field. It has no spaces: fields are found by it. */
export function targetField(kind: TargetKind, key: string): string {
  return `${kind}.${encodeURIComponent(key)}`
}

/** The highest target. The database checks it too. */
export const highestTarget = 99_999

/** The longest form. */
const mostFields = 400

const sentence = `Enter a whole number from 1 to ${highestTarget.toLocaleString('en-GB')}, or nothing`

/** Reads targets from a form. `fields` says, by the fields' names, what has to be corrected. */
export function readTargets(form: Readonly<Record<string, string | string[]>>): {
  targets: GivenTarget[]
  fields: Record<string, string[]> | null
} {
  const targets: GivenTarget[] = []
  const fields: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(form).slice(0, mostFields)) {
    const field = fieldNamed(name)
    if (!field) continue
    const typed = typeof value === 'string' ? value.trim().replace(/^0+(?=\d)/, '') : '-'
    const number = Number(typed)
    if (typed === '') targets.push({ ...field, target: null })
    else if (/^\d{1,5}$/.test(typed) && number > 0) targets.push({ ...field, target: number })
    else fields[name] = [sentence]
  }
  return { targets, fields: Object.keys(fields).length > 0 ? fields : null }
}

function fieldNamed(name: string): { kind: TargetKind; key: string } | null {
  const dot = name.indexOf('.')
  const kind = targetKinds.find(each => each === name.slice(0, dot))
  if (!kind) return null
  try {
    return { kind, key: decodeURIComponent(name.slice(dot + 1)) }
  } catch {
    return null
  }
}

/** Which of the given targets differ from those that are saved. */
export function changedTargets(saved: readonly Target[], given: readonly GivenTarget[]) {
  const before = new Map(saved.map(({ kind, key, target }) => [targetField(kind, key), target]))
  return given
    .map(each => ({ ...each, before: before.get(targetField(each.kind, each.key)) ?? null }))
    .filter(({ target, before: was }) => target !== was)
}

/** How many targets there are, and how many of them are reached. */
export function targetsReached(rows: readonly { heard: number; target: number | null }[]) {
  const set = rows.filter(({ target }) => target !== null)
  return { set: set.length, reached: set.filter(({ heard, target }) => against(heard, target).gap === 0).length }
}
