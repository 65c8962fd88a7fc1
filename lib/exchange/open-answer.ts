import { isUnchanged, versionHeaders, type Version } from '@/lib/conditional'
import type { Problem } from '@/lib/domain/open-data'

/** Every site's scripts may read open data; nobody's cookies come with it. */
const forEveryone = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified, Link, Content-Disposition',
}

const methods = 'GET, HEAD, OPTIONS'

/** Answers with a content of this version, or says that the reader has it. `body` is asked for only where it is sent. */
export function openAnswer(
  request: Request,
  version: Version,
  headers: Record<string, string>,
  body: () => string | ReadableStream<Uint8Array>,
): Response {
  const all = { ...forEveryone, ...versionHeaders(version), ...headers }
  if (isUnchanged(request, version)) {
    const { 'content-type': _, 'content-disposition': __, ...kept } = all as Record<string, string>
    return new Response(null, { status: 304, headers: kept })
  }
  return new Response(request.method === 'HEAD' ? null : body(), { headers: all })
}

/** Says why there is no answer, as RFC 9457 has it. */
export function problemAnswer(problem: Omit<Problem, 'type'>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...problem } satisfies Problem), {
    status: problem.status,
    headers: {
      ...forEveryone,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
  })
}

/** Says where it is now. */
export function movedAnswer(path: string): Response {
  return new Response(null, { status: 308, headers: { ...forEveryone, location: path, 'cache-control': 'no-cache' } })
}

/** What a browser asks before a script of another site may read. */
export function optionsAnswer(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...forEveryone,
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
      'access-control-max-age': '86400',
    },
  })
}

/** Nothing can be changed here. */
export function readOnlyAnswer(): Response {
  const detail = 'This can be read with GET and HEAD. Nothing can be changed here.'
  return problemAnswer({ title: 'Only for reading', status: 405, detail }, { allow: methods })
}

const enough = 65_536

/** Text as a stream of bytes, written while it is read, in pieces worth sending. */
export function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = ''
      while (text.length < enough) {
        const { done, value } = await iterator.next()
        if (done) {
          if (text) controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += value
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
