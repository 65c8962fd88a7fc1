import * as z from 'zod/mini'

import { openIntakeFile } from '@/lib/data/intake'
import { fileResponse, noFileResponse } from '@/lib/files/file-response'
import { getViewer } from '@/lib/session'

/** Opens a file that came with a mail, or belongs to a response that is being entered. */
export async function GET(_request: Request, { params }: RouteContext<'/api/intake/files/[id]'>): Promise<Response> {
  const viewer = await getViewer()
  const id = z.uuid().safeParse((await params).id)
  const opened = viewer && id.success ? await openIntakeFile(viewer, id.data) : null
  return opened ? fileResponse(opened) : noFileResponse()
}
