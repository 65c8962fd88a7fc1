import { record } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/db'
import type { TargetKind } from '@/lib/domain/coverage'
import { changedTargets, targetField, type GivenTarget } from '@/lib/domain/coverage-targets'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { organisationTypeNames, organisationTypes } from '@/lib/domain/submission'
import { conflicted, ok, refused, type Result } from '@/lib/result'

const noSuchCall = 'There is no such call.'

/**
 * Sets, changes and takes away how many responses are wanted. What is not given stays. Where somebody else changed the
 * targets since they were read, nothing is written: both are shown.
 */
export function saveTargets(
  viewer: Viewer,
  read: { callId: string; version: number },
  given: GivenTarget[],
): Promise<Result<{ version: number }>> {
  return db.$transaction(async tx => {
    if (!may(viewer, 'setTargets')) return refused(noSuchCall)
    await tx.$queryRaw`SELECT 1 FROM "Call" WHERE "id" = ${read.callId}::uuid FOR NO KEY UPDATE`
    const call = await tx.call.findUnique({
      where: { id: read.callId },
      select: { id: true, communities: true, targetsVersion: true, targets: true },
    })
    if (!call) return refused(noSuchCall)
    const names = await namesOf(tx, call)
    const changed = changedTargets(call.targets, given)
    if (changed.some(({ kind, key, target }) => target !== null && !names.has(targetField(kind, key))))
      return refused('Something in this list is not offered any more. Open the page again.')
    if (call.targetsVersion !== read.version) {
      const changes = changed.map(({ kind, key, before, target }) => ({
        label: names.get(targetField(kind, key)) ?? key,
        theirs: before?.toLocaleString('en-GB') ?? 'None',
        yours: target?.toLocaleString('en-GB') ?? 'None',
      }))
      const version = call.targetsVersion
      return conflicted('Somebody else changed the targets while you were working.', { version, changes })
    }
    if (changed.length === 0) return ok({ version: call.targetsVersion })
    for (const each of changed) await write(tx, call.id, each)
    const version = call.targetsVersion + 1
    await tx.call.update({ where: { id: call.id }, data: { targetsVersion: version } })
    const thing = { kind: 'call', id: call.id }
    const details = { fields: changed.map(({ kind, key }) => targetField(kind, key)), version }
    await record(tx, { actor: viewer, action: 'coverage.setTargets', thing, callId: call.id, details })
    return ok({ version })
  })
}

async function write(tx: Transaction, callId: string, { kind, key, target }: GivenTarget): Promise<void> {
  const callId_kind_key = { callId, kind, key }
  if (target === null) await tx.coverageTarget.deleteMany({ where: callId_kind_key })
  else
    await tx.coverageTarget.upsert({
      where: { callId_kind_key },
      create: { ...callId_kind_key, target },
      update: { target },
    })
}

/** What a target can be set for now, by the names of the fields. */
async function namesOf(tx: Transaction, call: { id: string; communities: string[] }): Promise<Map<string, string>> {
  const where = { callId: call.id, retiredAt: null }
  const places = await tx.place.findMany({ where, select: { key: true, name: true } })
  const prompts = await tx.prompt.findMany({ where, select: { key: true, theme: true } })
  const entry = (kind: TargetKind, key: string, name: string) => [targetField(kind, key), name] as const
  return new Map([
    entry('ALL', '', 'All responses'),
    ...places.map(({ key, name }) => entry('PLACE', key, name)),
    ...organisationTypes.map(type => entry('TYPE', type, organisationTypeNames[type])),
    ...prompts.map(({ key, theme }) => entry('THEME', key, theme)),
    ...call.communities.map(name => entry('COMMUNITY', name, name)),
  ])
}
