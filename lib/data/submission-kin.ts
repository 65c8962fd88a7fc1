import { unmerged } from '@/lib/data/merging'
import { db } from '@/lib/db'
import type { IntakeChannel } from '@/lib/domain/intake'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { readReference } from '@/lib/domain/reference'

/** Another submission, by what it is called. */
export type KinRef = { reference: string; title: string; organisationName: string }

/** Where a submission comes from and which others belong to it. Times are ISO strings. */
export type Kin = {
  /** Null where it came by the form. */
  taken: { channel: IntakeChannel; by: string; at: string; note: string; mailId: string | null } | null
  mergedInto: KinRef | null
  merged: KinRef[]
  /** The same text from several senders: the first is read and coded. `senders` are all of them, the first first. */
  campaign: { first: KinRef; isFirst: boolean; senders: KinRef[] } | null
  /** Mails to the respondent that came back. */
  bounced: { subject: string; at: string; reason: string }[]
}

const kin = { reference: true, title: true, organisationName: true } as const

function refs(rows: { reference: string | null; title: string | null; organisationName: string | null }[]): KinRef[] {
  return rows.flatMap(({ reference, title, organisationName }) =>
    reference ? [{ reference, title: title ?? '', organisationName: organisationName ?? '' }] : [],
  )
}

/** What belongs to a submission; null where there is none for this viewer. */
export async function readKin(viewer: Viewer, typed: string): Promise<Kin | null> {
  const reference = readReference(typed)
  if (!reference) return null
  const found = await db.submission.findUnique({
    where: { reference },
    select: {
      callId: true,
      status: true,
      channel: true,
      textHash: true,
      takenAt: true,
      takenNote: true,
      takenBy: { select: { name: true } },
      mergedInto: { select: { ...kin, status: true } },
      merged: { where: { status: 'SUBMITTED' }, select: kin, orderBy: { submittedAt: 'asc' } },
      incoming: { where: { kind: { not: 'BOUNCE' } }, select: { id: true }, take: 1 },
      mails: {
        where: { bouncedAt: { not: null } },
        select: { subject: true, bouncedAt: true, bounceReason: true },
        orderBy: { bouncedAt: 'desc' },
        take: 10,
      },
    },
  })
  if (!found || !may(viewer, 'readSubmission', found)) return null
  const { channel, takenAt, mergedInto } = found
  const given = channel === 'telephone' || channel === 'paper' || channel === 'email' ? channel : null
  return {
    taken: given && {
      channel: given,
      by: found.takenBy?.name ?? '',
      at: takenAt?.toISOString() ?? '',
      note: found.takenNote,
      mailId: found.incoming[0]?.id ?? null,
    },
    mergedInto: mergedInto?.status === 'SUBMITTED' ? (refs([mergedInto])[0] ?? null) : null,
    merged: refs(found.merged),
    campaign: found.textHash ? await readCampaign(found.callId, found.textHash, reference) : null,
    bounced: found.mails.flatMap(({ subject, bouncedAt, bounceReason }) =>
      bouncedAt ? [{ subject, at: bouncedAt.toISOString(), reason: bounceReason ?? '' }] : [],
    ),
  }
}

async function readCampaign(callId: string, textHash: string, reference: string): Promise<Kin['campaign']> {
  const rows = await db.submission.findMany({
    where: { callId, textHash, status: 'SUBMITTED', ...unmerged },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: kin,
  })
  const senders = refs(rows)
  const [first] = senders
  return first && senders.length > 1 ? { first, isFirst: first.reference === reference, senders } : null
}
