import { randomUUID } from 'node:crypto'

import type { Transaction } from '@/lib/db'
import { consentKinds, noticeVersion } from '@/lib/domain/consent'
import {
  caseVariables,
  valueSeparator,
  type CaseKey,
  type ImportedCase,
  type ThingOf,
  type ValueKind,
} from '@/lib/domain/exchange'
import { languageCodes } from '@/lib/domain/language'
import { newReference, readReference } from '@/lib/domain/reference'
import { decisionNames, organisationTypeNames, stageNames } from '@/lib/domain/submission'
import { cutText, normaliseLine } from '@/lib/domain/text-normal'

import { practiceWords } from './project-things'

/** What cases of a file are told by: the call's places and themes, and the file's own variables. */
export type CaseGround = {
  callId: string
  importerId: string
  at: Date
  places: Map<string, string>
  themes: Map<string, string>
  variables: Map<string, { name: string; type: ValueKind }>
}

/** Reads it. */
export async function caseGround(
  tx: Transaction,
  run: { callId: string; personId: string },
  variables: CaseGround['variables'],
): Promise<CaseGround> {
  const { callId } = run
  const places = await tx.place.findMany({ where: { callId }, select: { id: true, name: true } })
  const themes = await tx.prompt.findMany({ where: { callId }, select: { id: true, theme: true } })
  return {
    callId,
    importerId: run.personId,
    at: new Date(),
    places: new Map(places.map(({ id, name }) => [name.toLowerCase(), id])),
    themes: new Map(themes.map(({ id, theme }) => [theme.toLowerCase(), id])),
    variables,
  }
}

type Whole = Pick<ThingOf<'case'>, 'guid' | 'name' | 'description' | 'values'>

function keyFor<T extends string>(words: Record<T, string>, said: string | undefined): T | null {
  const keys = Object.keys(words) as T[]
  return keys.find(key => words[key] === said) ?? null
}

/** What an imported submission holds of its case. What this portal has no field for is kept beside. */
function rowOf(thing: Whole, taken: ReadonlySet<string>, ground: CaseGround) {
  const said: Partial<Record<CaseKey, string>> = {}
  const others: ImportedCase['values'] = []
  for (const { variable, value } of thing.values) {
    const own = caseVariables.find(({ guid }) => guid === variable)
    if (own && own.key !== 'team') said[own.key] = value
    else {
      const about = own ?? ground.variables.get(variable)
      if (about && fits(about.type, value)) others.push({ guid: variable, name: about.name, type: about.type, value })
    }
  }
  const name = thing.name || 'Untitled'
  const own = readReference(name)
  const reference = own === name && !taken.has(own) ? own : null
  const line = (key: CaseKey, most: number) => cutText(normaliseLine(said[key] ?? ''), most)
  const decision = keyFor(decisionNames, said.decision)
  const reason = (said.reason ?? '').slice(0, 5_000)
  const practice = keyFor(practiceWords, said.practice) ?? 'OWN'
  const received = new Date(said.received ?? Number.NaN)
  const list = (key: CaseKey) => (said[key] ?? '').split(valueSeparator).filter(Boolean)
  const found = (names: string[], known: ReadonlyMap<string, string>) => [
    ...new Set(names.flatMap(each => known.get(each.toLowerCase()) ?? [])),
  ]
  const imported: ImportedCase = { name: reference ? null : name, description: thing.description, values: others }
  return {
    id: thing.guid,
    reference: reference ?? newReference(),
    title: line('title', 150) || cutText(normaliseLine(name), 150) || 'Untitled',
    organisation: line('organisation', 200) || 'Imported',
    type: keyFor(organisationTypeNames, said.type) ?? ('OTHER' as const),
    practice,
    practiceOf: practice === 'ELSEWHERE' ? line('practiceOf', 200) || null : null,
    communities: list('communities'),
    neighbourhood: line('neighbourhood', 200) || null,
    stage: keyFor(stageNames, said.stage) ?? ('NEW' as const),
    decision: decision === 'NOT_TAKEN_FORWARD' && !reason ? null : decision,
    reason: reason || null,
    language: languageCodes.find(code => code === said.language) ?? null,
    received: (Number.isNaN(received.getTime()) ? ground.at : received).toISOString(),
    imported,
    places: found(list('places'), ground.places),
    themes: found(list('themes'), ground.themes),
  }
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

/** Said with each consent of what was imported. */
const noConsent = 'Came with an imported project, without a consent.'

/** Writes submissions that are new, each without any consent: nothing of them can be published. */
export async function writeCases(tx: Transaction, things: readonly Whole[], ground: CaseGround): Promise<void> {
  if (things.length === 0) return
  const wanted = things.flatMap(({ name }) => readReference(name) ?? [])
  const others = await tx.submission.findMany({ where: { reference: { in: wanted } }, select: { reference: true } })
  const taken = new Set(others.flatMap(({ reference }) => reference ?? []))
  const rows = things.map(thing => {
    const row = rowOf(thing, taken, ground)
    taken.add(row.reference)
    return row
  })
  const json = JSON.stringify(rows)
  await tx.$executeRaw`
    INSERT INTO "Submission" ("id", "callId", "status", "reference", "channel", "noticeVersion", "takenById", "takenAt",
      "organisationName", "organisationType", "practice", "practiceOf", "communities", "neighbourhood", "title", "stage",
      "decision", "decisionReason", "language", "submittedAt", "imported", "search", "updatedAt", "answeredSteps", "quarantineReasons")
    SELECT g."id", ${ground.callId}::uuid, 'SUBMITTED', g."reference", 'import', ${noticeVersion}, ${ground.importerId}::uuid, ${ground.at},
      g."organisation", g."type", g."practice", g."practiceOf", g."communities", g."neighbourhood", g."title", g."stage",
      g."decision", g."reason", g."language", g."received", g."imported", ''::tsvector, now(), '{}', '{}'
    FROM jsonb_to_recordset(${json}::jsonb) AS g("id" uuid, "reference" text, "organisation" text, "type" "OrganisationType",
      "practice" "Practice", "practiceOf" text, "communities" text[], "neighbourhood" text, "title" text, "stage" "Stage",
      "decision" "Decision", "reason" text, "language" text, "received" timestamptz, "imported" jsonb)`
  await tx.submissionPlace.createMany({
    data: rows.flatMap(row => row.places.map(placeId => ({ submissionId: row.id, placeId }))),
  })
  await tx.submissionPrompt.createMany({
    data: rows.flatMap(row => row.themes.map(promptId => ({ submissionId: row.id, promptId }))),
  })
  await tx.consent.createMany({
    data: rows.flatMap(row =>
      consentKinds.map(kind => ({
        id: randomUUID(),
        submissionId: row.id,
        kind,
        answer: 'NO' as const,
        wording: noConsent,
        wordingVersion: 'import',
        channel: 'import',
        recordedById: ground.importerId,
      })),
    ),
  })
}
