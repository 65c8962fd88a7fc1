import type { Task } from 'graphile-worker'
import * as z from 'zod/mini'

import { bodyToSend, dropMail, getMailToSend, markMailFailed, markMailSent } from '@/lib/data/mail-queue'
import { finds, findsToSend } from '@/lib/data/search-mails'
import { env } from '@/lib/env'
import { deliver } from '@/lib/mail/deliver'

const Payload = z.object({ id: z.uuid() })

const origin = () => env().publicUrl ?? `http://localhost:${env().port}`

/** Sends one mail. A failure is written down for `/workspace/mail` and thrown, so that the queue tries again later. */
export const sendMail: Task = async (payload, { job }) => {
  const mail = await getMailToSend(Payload.parse(payload).id)
  if (!mail) return
  const found = mail.key.startsWith(finds) ? await findsToSend(mail.key) : ''
  if (found === null) return dropMail(mail.id)
  try {
    const { file } = await deliver({ ...mail, body: await bodyToSend(mail, origin(), found) })
    await markMailSent(mail.id, file)
  } catch (error) {
    await markMailFailed(
      mail.id,
      error instanceof Error ? error.message : String(error),
      job.attempts >= job.max_attempts,
    )
    throw new Error('The mail could not be sent.')
  }
}
