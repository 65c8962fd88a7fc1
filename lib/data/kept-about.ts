import type { OwnFile } from '@/lib/data/evidence'
import { findKey } from '@/lib/data/private-keys'
import { db } from '@/lib/db'
import { deedInWords } from '@/lib/domain/audit-sentence'
import { outcomeNames } from '@/lib/domain/follow-up'

/** Everything that is kept about a respondent beside what they sent: for who asks what we hold about them. */
export type KeptAboutView = {
  /** What staff noted of a call or a letter that it was entered from. */
  takenNote: string
  /** Calls that were made to them, and what was noted of each. Not by whom. */
  callsToThem: { at: string; outcome: string; note: string }[]
  /** Files that a correction took away; they are kept until the evidence is erased. */
  removedFiles: (OwnFile & { removedAt: string | null })[]
  /** Emails from them that it was made of. */
  incoming: { subject: string; body: string; from: string; sentAt: string | null; arrivedAt: string }[]
  /** Emails to them; private links are made as they go out and kept nowhere. */
  mails: { subject: string; body: string; to: string; queuedAt: string; sentAt: string | null }[]
  /** Case studies that were shown to them before publication, and what they said. */
  caseStudiesShown: {
    title: string | null
    shownAt: string | null
    answer: string | null
    words: string
    answeredAt: string | null
  }[]
  /** What was done with their evidence, and when: their own deeds, and each look at who to contact. Not by whom. */
  deeds: { at: string; by: string; deed: string }[]
}

/** What else is kept about the respondent of a good key; null for any other. */
export async function keptAbout(token: string): Promise<KeptAboutView | null> {
  const key = await findKey(token, 'EVIDENCE')
  if (key?.state !== 'good') return null
  const [own, callsToThem, caseStudiesShown, mails, deeds] = await Promise.all([
    readOwn(key.submissionId),
    readCalls(key.submissionId),
    readShown(key.submissionId),
    db.mail.findMany({
      where: { submissionId: key.submissionId },
      select: { subject: true, body: true, toAddress: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    db.auditEntry.findMany({
      where: {
        thingKind: 'submission',
        thingId: key.submissionId,
        OR: [
          { actorKind: 'respondent' },
          { action: { in: ['contact.read', 'privateLink.send', 'followUp.attempt', 'consent.change'] } },
        ],
      },
      select: { at: true, actorKind: true, action: true },
      orderBy: { id: 'asc' },
    }),
  ])
  return {
    ...own,
    callsToThem,
    caseStudiesShown,
    mails: mails.map(({ toAddress, createdAt, sentAt, ...mail }) => ({
      ...mail,
      to: toAddress,
      queuedAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
    deeds: deeds.map(({ at, actorKind, action }) => ({
      at: at.toISOString(),
      by: actorKind === 'respondent' ? 'you' : 'a researcher',
      deed: deedInWords(action),
    })),
  }
}

async function readOwn(id: string): Promise<Pick<KeptAboutView, 'takenNote' | 'removedFiles' | 'incoming'>> {
  const { takenNote, files, incoming } = await db.submission.findUniqueOrThrow({ where: { id }, select: ownSelect })
  return {
    takenNote,
    removedFiles: files.map(({ createdAt, removedAt, ...file }) => ({
      ...file,
      addedAt: createdAt.toISOString(),
      removedAt: removedAt?.toISOString() ?? null,
    })),
    incoming: incoming.map(({ fromAddress, sentAt, arrivedAt, ...mail }) => ({
      ...mail,
      from: fromAddress,
      sentAt: sentAt?.toISOString() ?? null,
      arrivedAt: arrivedAt.toISOString(),
    })),
  }
}

async function readCalls(submissionId: string): Promise<KeptAboutView['callsToThem']> {
  const [calls, notes] = await Promise.all([
    db.callAttempt.findMany({ where: { submissionId }, orderBy: { calledAt: 'asc' } }),
    db.text.findMany({
      where: { submissionId, kind: 'CALL_NOTE' },
      select: { field: true, versions: { select: { body: true }, orderBy: { number: 'desc' }, take: 1 } },
    }),
  ])
  const noteOf = new Map(notes.map(({ field, versions }) => [field, versions[0]?.body ?? '']))
  return calls.map(({ id, calledAt, outcome }) => ({
    at: calledAt.toISOString(),
    outcome: outcomeNames[outcome],
    note: noteOf.get(id) ?? '',
  }))
}

async function readShown(submissionId: string): Promise<KeptAboutView['caseStudiesShown']> {
  const showings = await db.showing.findMany({
    where: { submissionId },
    select: { shown: true, shownAt: true, answer: true, words: true, answeredAt: true },
    orderBy: { shownAt: 'asc' },
  })
  return showings.map(({ shown, shownAt, answer, words, answeredAt }) => ({
    // as it was shown to them; a yes that was written down names none
    title: titleOf(shown),
    shownAt: shownAt?.toISOString() ?? null,
    answer,
    words,
    answeredAt: answeredAt?.toISOString() ?? null,
  }))
}

function titleOf(shown: unknown): string | null {
  return typeof shown === 'object' && shown && 'title' in shown && typeof shown.title === 'string' ? shown.title : null
}

const ownSelect = {
  takenNote: true,
  files: {
    where: { position: null },
    select: { id: true, name: true, type: true, bytes: true, alt: true, createdAt: true, removedAt: true },
    orderBy: { createdAt: 'asc' },
  },
  incoming: {
    where: { kind: 'LETTER' },
    select: { subject: true, body: true, fromAddress: true, sentAt: true, arrivedAt: true },
    orderBy: { arrivedAt: 'asc' },
  },
} as const
