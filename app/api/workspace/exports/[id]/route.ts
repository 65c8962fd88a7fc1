import * as z from 'zod/mini'

import { openExport } from '@/lib/data/exports'
import { fileResponse, noFileResponse } from '@/lib/files/file-response'
import { getViewer } from '@/lib/session'

/** Hands an export to who asked for it, as long as it is theirs to have. */
export async function GET(_: Request, { params }: RouteContext<'/api/workspace/exports/[id]'>): Promise<Response> {
  const viewer = await getViewer()
  const id = z.uuid().safeParse((await params).id)
  if (!viewer || !id.success) return noFileResponse()
  const opened = await openExport(viewer, id.data)
  if (opened.ok) return fileResponse(opened.value)
  if (opened.missing) return noFileResponse()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' }
  return new Response(`${opened.message}\n`, { status: 410, headers })
}
