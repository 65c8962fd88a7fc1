import type { Transaction } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

/** Who did it: a signed-in person, a respondent (known by nothing but their submission), or the portal itself. */
export type Actor = { id: string } | 'respondent' | 'portal'

export type Deed = {
  actor: Actor
  /** A verb and its object, such as `submission.tag`. */
  action: string
  thing: { kind: string; id: string }
  callId?: string
  /** Ids, names of fields, numbers of versions: never a personal value, never what somebody typed. */
  details?: Prisma.InputJsonObject
}

/** Writes a deed down in its own transaction, so that neither stands without the other. */
export async function record(tx: Transaction, deed: Deed): Promise<void> {
  await tx.auditEntry.create({ data: entryOf(deed) })
}

/** The same for many deeds at once. */
export async function recordAll(tx: Transaction, deeds: Deed[]): Promise<void> {
  await tx.auditEntry.createMany({ data: deeds.map(entryOf) })
}

function entryOf(deed: Deed) {
  return {
    actorKind: typeof deed.actor === 'string' ? deed.actor : 'person',
    actorId: typeof deed.actor === 'string' ? null : deed.actor.id,
    action: deed.action,
    thingKind: deed.thing.kind,
    thingId: deed.thing.id,
    callId: deed.callId ?? null,
    details: deed.details ?? {},
  }
}
