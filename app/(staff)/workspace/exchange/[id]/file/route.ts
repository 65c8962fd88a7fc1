import { Readable } from 'node:stream'
import * as z from 'zod/mini'

import { currentCall } from '@/lib/data/calls'
import { openExport } from '@/lib/data/exchange-runs'
import { getViewer } from '@/lib/session'

/** The file of an export, for the lead who asked for it. */
export async function GET(_: Request, { params }: RouteContext<'/workspace/exchange/[id]/file'>): Promise<Response> {
  const [viewer, { id }] = await Promise.all([getViewer(), params])
  const file = viewer && z.uuid().safeParse(id).success ? await openExport(viewer, (await currentCall()).id, id) : null
  if (!file) return new Response('There is no such file.', { status: 404 })
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '-')}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
