import { openPicture } from '@/lib/data/pictures'
import { readPictureName } from '@/lib/domain/picture'
import { noFileResponse } from '@/lib/files/file-response'
import { pictureResponse } from '@/lib/files/picture-response'
import { getViewer } from '@/lib/session'

/** One size of a picture of a case study, for who may read the text that it stands in. */
export async function GET(request: Request, { params }: RouteContext<'/api/pictures/[id]/[file]'>): Promise<Response> {
  const { id, file } = await params
  const name = readPictureName(id, file)
  return name ? pictureResponse(request, name, await openPicture(getViewer, name)) : noFileResponse()
}
