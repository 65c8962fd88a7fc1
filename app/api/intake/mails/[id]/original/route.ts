import { Readable } from 'node:stream'
import * as z from 'zod/mini'

import { openOriginal } from '@/lib/data/intake'
import { getViewer } from '@/lib/session'

const Id = z.uuid()

/** The original of a mail, to be saved: never shown in the browser, whatever it holds. */
export async function GET(_: Request, { params }: RouteContext<'/api/intake/mails/[id]/original'>): Promise<Response> {
  const [viewer, { id }] = await Promise.all([getViewer(), params])
  const original = viewer && Id.safeParse(id).success ? await openOriginal(viewer, id) : null
  if (!original) return new Response('There is no such mail.', { status: 404 })
  return new Response(Readable.toWeb(original) as ReadableStream, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="mail-${id}.eml"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
