import type { Transaction } from '@/lib/db'
import {
  caseVariables,
  valueSeparator,
  type CaseKey,
  type ImportedCase,
  type ThingOf,
  type ValueKind,
} from '@/lib/domain/exchange'
import { languageCodes } from '@/lib/domain/language'
import { decisionNames, organisationTypeNames, stageNames } from '@/lib/domain/submission'
import { cutText, normaliseLine } from '@/lib/domain/text-normal'
import { readTime } from '@/lib/exchange/qdpx-elements'

import { practiceWords } from './project-things'

/** What cases of a file are told by: the call's places and themes, and the file's own variables. */
export type CaseGround = {
  places: ReadonlyMap<string, string>
  themes: ReadonlyMap<string, string>
  variables: ReadonlyMap<string, { name: string; type: ValueKind }>
}

/** Reads it. */
export async function caseGround(
  tx: Transaction,
  callId: string,
  variables: CaseGround['variables'],
): Promise<CaseGround> {
  const places = await tx.place.findMany({ where: { callId }, select: { id: true, name: true } })
  const themes = await tx.prompt.findMany({ where: { callId }, select: { id: true, theme: true } })
  return {
    places: new Map(places.map(({ id, name }) => [name.toLowerCase(), id])),
    themes: new Map(themes.map(({ id, theme }) => [theme.toLowerCase(), id])),
    variables,
  }
}

export type WholeCase = Pick<ThingOf<'case'>, 'guid' | 'name' | 'description' | 'values'>
type Lose = (what: string, words: string) => void

function keyFor<T extends string>(words: Record<T, string>, said: string | undefined): T | null {
  const keys = Object.keys(words) as T[]
  return keys.find(key => words[key] === said) ?? null
}

/** The values of a case: those of our own variables by their keys, and those that are kept beside. */
function valuesOf(thing: WholeCase, variables: CaseGround['variables'], lose: Lose) {
  const said: Partial<Record<CaseKey, string>> = {}
  const others: ImportedCase['values'] = []
  for (const { variable, value } of thing.values) {
    if (value === '') continue
    const own = caseVariables.find(({ guid }) => guid === variable)
    if (own && own.key !== 'team') {
      if (said[own.key] !== undefined) lose('Values that a case has twice: the last counts', own.name)
      said[own.key] = value
      continue
    }
    const about = own ?? variables.get(variable)
    if (about && fits(about.type, value)) others.push({ guid: variable, name: about.name, type: about.type, value })
    else if (about)
      lose('Values that are not of their variable’s type and are left out', `${about.name}: ${value.slice(0, 80)}`)
  }
  return { said, others }
}

/**
 * A case as this portal can hold it, and to `lose` what it cannot. The preview of an import and the import itself both
 * ask here, so that nothing is lost that was not listed.
 */
export function fitCase(thing: WholeCase, ground: CaseGround, lose: Lose) {
  const { said, others } = valuesOf(thing, ground.variables, lose)
  const name = thing.name || 'Untitled'
  const line = (key: CaseKey, most: number) => {
    const normal = normaliseLine(said[key] ?? '')
    const cut = cutText(normal, most)
    if (cut !== normal) lose('Values that are longer than is held here: their end is cut off', nameOf(key))
    return cut
  }
  const chosen = <T extends string>(key: CaseKey, words: Record<T, string>, otherwise: string): T | null => {
    const found = keyFor(words, said[key])
    if (!found && said[key]) lose(`${nameOf(key)} that this portal does not have: ${otherwise}`, said[key])
    return found
  }
  const list = (key: CaseKey) => (said[key] ?? '').split(valueSeparator).filter(Boolean)
  const found = (key: 'places' | 'themes') => {
    const known = list(key).map(each => ({ each, id: ground[key].get(each.toLowerCase()) }))
    for (const { each, id } of known) if (!id) lose(`${nameOf(key)} that this call does not have`, each)
    return [...new Set(known.flatMap(({ id }) => id ?? []))]
  }
  const decision = chosen('decision', decisionNames, 'none is kept')
  const reason = (said.reason ?? '').slice(0, 5_000)
  if (reason !== (said.reason ?? '')) lose('Values that are longer than is held here: their end is cut off', 'Reason')
  const undecided = decision === 'NOT_TAKEN_FORWARD' && !reason
  if (undecided) lose('Decisions that need a reason and have none: none is kept', decisionNames.NOT_TAKEN_FORWARD)
  const practice = chosen('practice', practiceWords, `“${practiceWords.OWN}” is kept`) ?? 'OWN'
  const practiceOf = line('practiceOf', 200)
  if (practice === 'OWN' && practiceOf) lose('Organisations that did what is the respondent’s own work', practiceOf)
  const stage = chosen('stage', stageNames, `“${stageNames.NEW}” is kept`) ?? ('NEW' as const)
  if (stage !== 'SETTLED' && said.doubleCoded) lose('That two coded what is not settled', said.doubleCoded)
  const language = languageCodes.find(code => code === said.language) ?? null
  if (!language && said.language) lose('Languages that this portal does not have: none is kept', said.language)
  return {
    name,
    title: line('title', 150) || cutText(normaliseLine(name), 150) || 'Untitled',
    organisation: line('organisation', 200) || 'Imported',
    type: chosen('type', organisationTypeNames, `“${organisationTypeNames.OTHER}” is kept`) ?? ('OTHER' as const),
    practice,
    practiceOf: practice === 'ELSEWHERE' ? practiceOf || null : null,
    communities: list('communities'),
    neighbourhood: line('neighbourhood', 200) || null,
    stage,
    decision: undecided ? null : decision,
    reason: reason || null,
    language,
    received: timeOf('received', said, lose),
    doubleCoded: stage === 'SETTLED' ? timeOf('doubleCoded', said, lose) : null,
    places: found('places'),
    themes: found('themes'),
    others,
  }
}

const nameOf = (key: CaseKey): string => caseVariables.find(each => each.key === key)?.name ?? key

/** When something was, null where it is not said or cannot be read. */
function timeOf(key: CaseKey, said: Partial<Record<CaseKey, string>>, lose: Lose): string | null {
  const text = said[key]
  if (text === undefined) return null
  const time = readTime(text)
  if (!time) lose('Times that cannot be read', `${nameOf(key)}: ${text.slice(0, 80)}`)
  return time ?? null
}

const shapes: Record<ValueKind, RegExp> = {
  Text: /./s,
  Boolean: /^(?:true|false|0|1)$/,
  Integer: /^[+-]?\d+$/,
  Float: /^[+-]?(?:\d+\.?\d*|\.\d+)$/,
  Date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  DateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
}
const fits = (type: ValueKind, value: string) => shapes[type].test(value)
