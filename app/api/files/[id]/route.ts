import * as z from 'zod/mini'

import { openFileForStaff } from '@/lib/data/files'
import { fileResponse, noFileResponse } from '@/lib/files/file-response'
import { getViewer } from '@/lib/session'

/** Opens a file of a submission, for whoever may read the submission. */
export async function GET(_request: Request, { params }: RouteContext<'/api/files/[id]'>): Promise<Response> {
  const viewer = await getViewer()
  const id = z.uuid().safeParse((await params).id)
  const opened = viewer && id.success ? await openFileForStaff(viewer, id.data) : null
  return opened ? fileResponse(opened) : noFileResponse()
}
