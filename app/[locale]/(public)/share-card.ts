import { createHash } from 'node:crypto'

import { isUnchanged, versionHeaders } from '@/lib/conditional'

/** A card as an answer: asked for again each time, and sent again only when it has changed. */
export function answerWithCard(request: Request, card: Uint8Array<ArrayBuffer>): Response {
  const etag = `"${createHash('sha256').update(card).digest('base64url').slice(0, 22)}"`
  const version = { etag, lastModified: null }
  const headers = { ...versionHeaders(version), 'content-type': 'image/png' }
  return isUnchanged(request, version) ? new Response(null, { status: 304, headers }) : new Response(card, { headers })
}
