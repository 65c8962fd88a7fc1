import { Readable } from 'node:stream'

import { filePolicy } from '@/lib/domain/security-headers'

type Opened = { name: string; type: string; bytes: number; stream: Readable }

/**
 * Answers with a file that somebody sent: to be saved and not to be shown, by nobody but who asked, and without a right
 * to run or load anything if it is opened in the browser all the same.
 */
export function fileResponse({ name, type, bytes, stream }: Opened): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': type,
      'content-length': String(bytes),
      'content-disposition': disposition(name),
      'content-security-policy': filePolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  })
}

/** The same answer for a file that is not there and for one that is not theirs. */
export function noFileResponse(): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response('There is no such file.', { status: 404, headers })
}

/** An old way and the new one of saying how to save it: the first in ASCII, the second as RFC 8187 has it. */
function disposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w .()-]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
