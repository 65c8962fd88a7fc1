import { Readable } from 'node:stream'

import { etagOf, isUnchanged, versionHeaders } from '@/lib/conditional'
import type { PictureFile } from '@/lib/domain/picture'
import { noFileResponse } from '@/lib/files/file-response'

type Opened = { bytes: number; stream: Readable; public: boolean }

/**
 * Answers with a file of a picture, to be shown. It never changes, but may be taken back: who has it asks again each time.
 * Null is answered as what is not there.
 */
export function pictureResponse(
  request: Request,
  { id, width, format }: { id: string } & PictureFile,
  opened: Opened | null,
): Response {
  if (!opened) return noFileResponse()
  const version = { etag: etagOf(id, String(width), format), lastModified: null }
  const headers = {
    ...versionHeaders(version),
    ...(opened.public ? {} : { 'cache-control': 'private, no-cache' }),
    'content-type': `image/${format}`,
  }
  if (isUnchanged(request, version)) {
    opened.stream.destroy()
    return new Response(null, { status: 304, headers })
  }
  const body = Readable.toWeb(opened.stream) as ReadableStream<Uint8Array>
  return new Response(body, { headers: { ...headers, 'content-length': String(opened.bytes) } })
}
