import { openShownPicture } from '@/lib/data/pictures'
import { readPictureName } from '@/lib/domain/picture'
import { noFileResponse } from '@/lib/files/file-response'
import { pictureResponse } from '@/lib/files/picture-response'

type Context = RouteContext<'/[locale]/evidence/[token]/pictures/[id]/[file]'>

/** One size of a picture in a text that a respondent was shown, for who holds their private link. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token, id, file } = await params
  const name = readPictureName(id, file)
  return name ? pictureResponse(request, name, await openShownPicture(token, name)) : noFileResponse()
}
