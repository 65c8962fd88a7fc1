import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

import { record } from '@/lib/data/audit'
import type { Transaction } from '@/lib/db'
import { newPart } from '@/lib/files/part'
import { keepBytes } from '@/lib/files/take-in'
import { isAutomatic } from '@/lib/mail/incoming/automatic'
import { readMessage } from '@/lib/mail/incoming/read-message'
import type { DemonstrationMail } from './demonstration/arrivals'

const hour = 3_600_000

type Mailed = { callId: string; now: Date; submissionId: string | null }

/** Writes one mail of the demonstration as if it had arrived; `submissionId` is the one whose mail came back. */
export async function seedMail(
  tx: Transaction,
  mail: DemonstrationMail,
  { callId, now, submissionId }: Mailed,
): Promise<void> {
  const arrivedAt = new Date(now.getTime() - mail.hoursBeforeNow * hour)
  const headers = {
    ...mail.headers,
    Date: arrivedAt.toUTCString(),
    'Message-ID': `<${randomUUID()}@demonstration.example>`,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const bytes = Buffer.from([...lines, '', ...mail.text.split('\n')].join('\r\n'))
  const message = await readMessage(Readable.from([bytes]), newPart)
  const { messageId, inReplyTo, fromName, fromAddress, subject, text: body, sentAt } = message
  const kind = mail.bounceOf ? 'BOUNCE' : isAutomatic(message) ? 'AUTOMATIC' : 'LETTER'
  const { id } = await tx.incomingMail.create({
    data: {
      ...{ callId, kind, messageId, inReplyTo, fromName, fromAddress, subject, body, sentAt, arrivedAt, submissionId },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storageKey: await keepBytes(bytes),
    },
    select: { id: true },
  })
  const action = kind === 'BOUNCE' ? 'mail.bounce' : 'mail.arrive'
  await record(tx, { actor: 'portal', action, thing: { kind: 'incomingMail', id }, callId })
  if (submissionId) await seedBounced(tx, submissionId, arrivedAt)
}

/** Our own mail that came back. */
async function seedBounced(tx: Transaction, submissionId: string, bouncedAt: Date): Promise<void> {
  const sentAt = new Date(bouncedAt.getTime() - hour)
  await tx.mail.create({
    data: {
      key: `demonstration:${submissionId}`,
      ...{ submissionId, sentAt, createdAt: sentAt, bouncedAt },
      toAddress: 'sewing@bobbin-lane.example',
      subject: 'We have your evidence',
      body: 'Thank you. Your evidence has arrived.\n',
      status: 'SENT',
      attempts: 1,
      bounceReason: '550 5.1.1 No such mailbox',
    },
  })
}
