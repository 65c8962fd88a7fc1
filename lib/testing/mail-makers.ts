import { receiveMessage, type Arrival } from '@/lib/data/incoming-mail'
import { db } from '@/lib/db'

/** A message as it comes from the wire. */
export function messageOf(headers: Record<string, string>, body: string): string {
  const lines = Object.entries({ 'Message-ID': `<${Math.random()}@example.org>`, ...headers })
  return [...lines.map(([name, value]) => `${name}: ${value}`), '', ...body.split('\n')].join('\r\n')
}

/** Lets a message arrive; answers what became of it. */
export function arrive(message: string, source = 'mailbox'): Promise<Arrival> {
  async function* bytes() {
    yield Buffer.from(message)
  }
  return receiveMessage(bytes(), { source })
}

/** A letter that has arrived; answers its id. */
export async function makeLetter(headers: Record<string, string> = {}, body = 'We cooked for forty.'): Promise<string> {
  await arrive(
    messageOf(
      { From: 'Zenobia Quillfeather <zenobia@quillfeather.example>', Subject: 'Re: Hot meals', ...headers },
      body,
    ),
  )
  const { id } = await db.incomingMail.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })
  return id
}
