import fs from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

import { env } from '@/lib/env'
import { makeFolder } from '@/lib/postgres/data-dir'
import { mailFileName, mailFolder } from './mail-files'

type Outgoing = { id: string; toAddress: string; subject: string; body: string; createdAt: Date }

/**
 * Hands a mail to the server of `SMTP_URL`, or writes it as `<id>.eml` below `DATA_DIR/mail`, and answers the name of
 * that file (null when it was sent). Throws nodemailer's or the file system's error. A mail that is delivered twice has
 * the same Message-ID both times, so that mailboxes show it once.
 */
export async function deliver(mail: Outgoing): Promise<{ file: string | null }> {
  const { smtpUrl, mailFrom } = env()
  const domain = /@([^\s<>]+?)>?$/.exec(mailFrom)?.[1] ?? 'localhost'
  const message: SendMailOptions = {
    from: mailFrom,
    to: { name: '', address: mail.toAddress },
    subject: mail.subject,
    text: mail.body,
    date: mail.createdAt,
    messageId: `<${mail.id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  if (!smtpUrl) return { file: await writeMail(mail.id, message) }
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const transport = createTransport({ url: smtpUrl, ...patience })
  try {
    await transport.sendMail(message)
  } finally {
    transport.close()
  }
  return { file: null }
}

async function writeMail(id: string, message: SendMailOptions): Promise<string> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const composed = await composer.sendMail(message)
  const folder = mailFolder()
  makeFolder(folder)
  const name = mailFileName(id)
  const file = path.join(/* turbopackIgnore: true */ folder, name)
  await fs.writeFile(/* turbopackIgnore: true */ `${file}.part`, composed.message, { mode: 0o600, flush: true })
  await fs.rename(/* turbopackIgnore: true */ `${file}.part`, file)
  return name
}
