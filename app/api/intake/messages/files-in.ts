import busboy from 'busboy'
import { Readable } from 'node:stream'

import { normaliseLine } from '@/lib/domain/text-normal'

const mostBytes = 100 * 1024 * 1024

/** A file of a form. `truncated` once it was read: it went on beyond 100 MB. */
export type Coming = { stream: Readable & { truncated?: boolean }; name: string }

/**
 * Each file of a form in its turn, and none is read before it is asked for. Throws where the form breaks off. Whoever
 * stops asking leaves nothing open: neither the body nor what was read of it.
 */
export async function* filesIn(request: Request): AsyncGenerator<Coming> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) return
  const limits = { files: 20, fileSize: mostBytes, fields: 5, fieldSize: 1_000 }
  const parser = busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' })
  const waiting: Coming[] = []
  let wake = () => {}
  let ended = false
  let fault: unknown
  parser.on('file', (_field, stream, { filename }) => {
    // it breaks off with the form, also where nobody reads it yet or any more
    stream.on('error', () => undefined)
    waiting.push({ stream, name: normaliseLine((filename ?? '').slice(-200)) || 'a file without a name' })
    wake()
  })
  parser.on('error', error => {
    fault = error
    wake()
  })
  parser.on('close', () => {
    ended = true
    wake()
  })
  const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  source.on('error', error => parser.destroy(error))
  source.pipe(parser)
  try {
    for (;;) {
      const next = waiting.shift()
      if (next) {
        yield next
        next.stream.resume()
      } else if (fault) throw fault
      else if (ended) return
      else await new Promise<void>(resolve => (wake = resolve))
    }
  } finally {
    source.unpipe(parser)
    source.destroy()
    parser.destroy()
    for (const { stream } of waiting) stream.destroy()
  }
}
