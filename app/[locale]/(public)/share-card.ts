import { createHash } from 'node:crypto'

/** A card as an answer: asked for again each time, and sent again only when it has changed. */
export function answerWithCard(request: Request, card: Uint8Array<ArrayBuffer>): Response {
  const etag = `"${createHash('sha256').update(card).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': 'public, no-cache', 'content-type': 'image/png' }
  const known = request.headers
    .get('if-none-match')
    ?.split(/\s*,\s*/)
    .includes(etag)
  return known ? new Response(null, { status: 304, headers }) : new Response(card, { headers })
}
