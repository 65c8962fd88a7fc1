import { createHash } from 'node:crypto'

/** What a reader compares to know whether something is still what they have. */
export type Version = {
  /** Strong: the same bytes have the same one. With its quotation marks. */
  etag: string
  /** When it last changed; null where nobody can say, or where a date would lie. */
  lastModified: Date | null
}

/** The strong validator of a content. */
export function etagOf(...content: string[]): string {
  const hash = createHash('sha256')
  for (const part of content) hash.update(part).update('\0')
  return `"${hash.digest('base64url').slice(0, 27)}"`
}

/** The headers that say which version an answer is. It may be kept, and must be asked for each time. */
export function versionHeaders({ etag, lastModified }: Version): Record<string, string> {
  return {
    etag,
    'cache-control': 'public, no-cache',
    ...(lastModified && isOld(lastModified) ? { 'last-modified': lastModified.toUTCString() } : {}),
  }
}

// A date tells seconds only: what changes twice within one would seem the same.
const isOld = (changed: Date) => Date.now() - changed.getTime() > 2_000

/** Whether a reader has this version already (RFC 9110, 13.2): a date counts only where no tag is given. */
export function isUnchanged(request: { headers: Headers }, { etag, lastModified }: Version): boolean {
  const tags = request.headers.get('if-none-match')
  if (tags !== null)
    return tags.trim() === '*' || (tags.match(/(?:W\/)?"[^"]*"/g) ?? []).some(tag => tag.replace(/^W\//, '') === etag)
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  if (Number.isNaN(since) || !lastModified || !isOld(lastModified)) return false
  return Math.floor(lastModified.getTime() / 1_000) * 1_000 <= since
}
