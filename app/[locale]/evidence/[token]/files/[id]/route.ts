import { Readable } from 'node:stream'
import * as z from 'zod/mini'

import { answerWithCopy, privately } from '@/app/[locale]/evidence/[token]/own-copy'
import { openEvidenceFile } from '@/lib/data/files'

/** One file that was added, as it was kept. Always as something to save, never to be shown by us. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/evidence/[token]/files/[id]'>) {
  const { token, id } = await params
  const known = z.uuid().safeParse(id)
  const file = known.success ? await openEvidenceFile(token, known.data) : null
  if (!file) return answerWithCopy(token, { type: '', ending: '' }, async () => null)
  const name = encodeURIComponent(file.name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)
  const headers = {
    ...privately,
    'content-type': file.type,
    'content-length': String(file.bytes),
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  }
  return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers })
}
