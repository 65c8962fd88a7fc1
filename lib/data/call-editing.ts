import type * as z from 'zod/mini'

import { record } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/db'
import { callState } from '@/lib/domain/call'
import type { CallDates, CallPress, CallText } from '@/lib/domain/call-edit'
import { londonDateTime } from '@/lib/domain/london-time'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { conflicted, ok, refused, type Conflict, type Refusal, type Result } from '@/lib/result'
import type { Call } from '@/prisma/generated/client'

/** The columns of a call that forms change, a part at a time. */
export type CallChanges = z.infer<typeof CallText> | z.infer<typeof CallDates> | z.infer<typeof CallPress>

/** What is being changed, as it was read. */
export type CallAsRead = { callId: string; version: number }

const labels: Record<string, string> = {
  name: 'Short name',
  title: 'Title',
  introduction: 'Introduction',
  closingWords: 'Closing words',
  commissioner: 'Commissioned by',
  contactEmail: 'Contact address',
  minutesNeeded: 'Minutes needed',
  reportExpected: 'Report expected',
  outcome: 'Outcome',
  communities: 'Communities',
  opensAt: 'Opens',
  closesAt: 'Closes',
  graceHours: 'Hours of grace',
  analysisClosesAt: 'Analysis closes',
  pressHeadline: 'Headline',
  pressSummary: 'Summary',
  pressFacts: 'Key facts',
  pressNotes: 'Notes to editors',
  pressContact: 'Press contact',
  pressReleaseTitle: 'Title of the press release',
  pressReleaseUrl: 'Address of the press release',
}

/** Saves a part of the call. Where somebody else saved the call since it was read, nothing is written: both are shown. */
export function editCall(viewer: Viewer, read: CallAsRead, changes: CallChanges): Promise<Result<{ version: number }>> {
  return db.$transaction(async tx => {
    const call = await holdCall(tx, viewer, read.callId)
    if (!call) return refused(noSuchCall)
    const changed = Object.entries(changes)
      .map(([field, yours]) => ({ field, theirs: said(new Map(Object.entries(call)).get(field)), yours: said(yours) }))
      .filter(({ theirs, yours }) => theirs !== yours)
    if (call.version !== read.version) {
      const shown = changed.map(({ field, ...both }) => ({ label: labels[field] ?? field, ...both }))
      return savedMeanwhile({ version: call.version, changes: shown })
    }
    if (changed.length === 0) return ok({ version: call.version })
    await tx.call.update({ where: { id: call.id }, data: changes })
    return ok({
      version: await recordEdit(
        tx,
        viewer,
        call.id,
        changed.map(({ field }) => field),
      ),
    })
  })
}

/** Opens the call now. It needs a closing time that is still to come. */
export function openCall(viewer: Viewer, read: CallAsRead): Promise<Result<{ version: number }>> {
  return changeTimes(viewer, read, 'call.open', (call, now) => {
    if (callState(call, now) === 'open') return refused('The call is open already.')
    if (!call.closesAt || call.closesAt <= now)
      return refused('Set a closing time that is still to come, then open the call.')
    return { opensAt: now }
  })
}

/** Closes the call now. Drafts that were begun have their hours of grace from now on. */
export function closeCall(viewer: Viewer, read: CallAsRead): Promise<Result<{ version: number }>> {
  return changeTimes(viewer, read, 'call.close', (call, now) =>
    callState(call, now) === 'open' ? { closesAt: now } : refused('The call is not open.'),
  )
}

type NewTimes = { opensAt: Date } | { closesAt: Date }

function changeTimes(
  viewer: Viewer,
  read: CallAsRead,
  action: string,
  decide: (call: Call, now: Date) => NewTimes | Refusal,
): Promise<Result<{ version: number }>> {
  return db.$transaction(async tx => {
    const call = await holdCall(tx, viewer, read.callId)
    if (!call) return refused(noSuchCall)
    if (call.version !== read.version) return savedMeanwhile({ version: call.version, changes: [] })
    const times = decide(call, new Date())
    if ('ok' in times) return times
    const saved = await tx.call.update({
      where: { id: call.id },
      data: { ...times, version: { increment: 1 } },
      select: { version: true },
    })
    const details = { fields: Object.keys(times), version: saved.version }
    await record(tx, { actor: viewer, action, thing: { kind: 'call', id: call.id }, callId: call.id, details })
    return ok(saved)
  })
}

export const noSuchCall = 'There is no such call.'

/** The call, held until the transaction ends, so that edits of it come one after the other. Null for who may not edit it. */
export async function holdCall(tx: Transaction, viewer: Viewer, callId: string): Promise<Call | null> {
  if (!may(viewer, 'editCall')) return null
  await tx.$queryRaw`SELECT 1 FROM "Call" WHERE "id" = ${callId}::uuid FOR NO KEY UPDATE`
  return tx.call.findUnique({ where: { id: callId } })
}

/** Raises the call's version and writes down which of its fields or lists were changed. Answers the new version. */
export async function recordEdit(tx: Transaction, viewer: Viewer, callId: string, fields: string[]): Promise<number> {
  const { version } = await tx.call.update({
    where: { id: callId },
    data: { version: { increment: 1 } },
    select: { version: true },
  })
  const thing = { kind: 'call', id: callId }
  await record(tx, { actor: viewer, action: 'call.edit', thing, callId, details: { fields, version } })
  return version
}

export function savedMeanwhile(conflict: Conflict): Refusal {
  return conflicted('Somebody else saved the call while you were working.', conflict)
}

// How a value reads beside another one.
function said(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return londonDateTime(value)
  if (!Array.isArray(value)) return String(value)
  return value.map(item => (isFact(item) ? `${item.label}: ${item.value}` : String(item))).join('\n')
}

function isFact(item: unknown): item is { label: string; value: string } {
  return typeof item === 'object' && item !== null && 'label' in item && 'value' in item
}
