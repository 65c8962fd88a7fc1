import type { Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

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
  await tx.$executeRaw(deedRow(deed))
}

/** The same for many deeds at once. */
export async function recordAll(tx: Transaction, deeds: Deed[]): Promise<void> {
  await tx.auditEntry.createMany({ data: deeds.map(entryOf) })
}

/** The statement that writes a deed down: for those who write it together with other rows. */
export function deedRow(deed: Deed): Prisma.Sql {
  const entry = entryOf(deed)
  return Prisma.sql`
    INSERT INTO "AuditEntry" ("actorKind", "actorId", "action", "thingKind", "thingId", "callId", "details")
    VALUES (${entry.actorKind}, ${entry.actorId}::uuid, ${entry.action}, ${entry.thingKind}, ${entry.thingId},
      ${entry.callId}::uuid, ${JSON.stringify(entry.details)}::jsonb)`
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
