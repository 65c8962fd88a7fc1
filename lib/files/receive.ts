import busboy from 'busboy'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { fileLimits, type FileFault } from '@/lib/domain/material'
import { dropPart, newPart } from './part'

/** A file as it arrived, in a part that whoever got it removes, and the short fields that came along. */
export type Received =
  | { ok: true; part: string; name: string; bytes: number; sha256: string; fields: Record<string, string> }
  | { ok: false; fault: FileFault; fields: Record<string, string> }

type Upload = { headers: Headers; body: ReadableStream<Uint8Array> | null; signal?: AbortSignal | undefined }

const fileField = 'file'
const limits = { files: 2, fileSize: fileLimits.bytes + 1, fields: 8, fieldSize: 4_096, fieldNameSize: 40, parts: 12 }

type Arrival = { part: string; name: string; bytes: number; sha256: string }
type Coming = {
  fields: Record<string, string>
  fault: FileFault | null
  part: string | null
  writing: Promise<Arrival> | null
  /** The disk's own fault, such as that it is full. */
  fallen: Error | null
}

/**
 * Takes one file out of a form that is still arriving, straight to the disk: 10 MB at most, to the byte. Whatever is
 * wrong, what came is read to its end, so that the sentence about it arrives, and nothing is left behind.
 */
export async function receiveFile({ headers, body, signal }: Upload): Promise<Received> {
  const coming: Coming = { fields: {}, fault: null, part: null, writing: null, fallen: null }
  const parser = openParser(headers)
  if (!parser || !body) return { ok: false, fault: 'missing', fields: {} }
  parser.on('field', (name, value) => void (coming.fields[name] = value))
  parser.on('file', (field, stream, { filename }) => {
    const fault = field !== fileField ? 'missing' : coming.writing ? 'several' : null
    coming.fault ??= fault
    if (fault) return void stream.resume()
    coming.part = newPart()
    coming.writing = write(stream, coming.part, filename ?? '')
    coming.writing.catch((error: unknown) => {
      if (!(error instanceof Error) || !('syscall' in error)) return
      coming.fallen = error
      parser.destroy(error) // it would wait for ever for somebody to take what comes
    })
  })
  try {
    // @types/node knows of two kinds of web streams, which are one
    const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    await pipeline(source, parser, signal ? { signal } : {})
  } catch {
    coming.fault = 'cut'
  }
  return settle(coming)
}

function openParser(headers: Headers) {
  try {
    const type = headers.get('content-type') ?? ''
    if (!type.startsWith('multipart/form-data')) return null
    return busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' })
  } catch {
    return null
  }
}

async function write(stream: Readable, part: string, name: string): Promise<Arrival> {
  const hash = createHash('sha256')
  let bytes = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(stream, counter, createWriteStream(/* turbopackIgnore: true */ part, { mode: 0o600, flags: 'wx' }))
  return { part, name, bytes, sha256: hash.digest('hex') }
}

async function settle({ fields, fault, part, writing, fallen }: Coming): Promise<Received> {
  // of a form that was cut short, the file's stream ends in an error too
  const arrival = (await writing?.catch(() => null)) ?? null
  const found = fault ?? faultOf(arrival)
  if (arrival && !found) return { ok: true, ...arrival, fields }
  await dropPart(part)
  if (fallen) throw fallen
  return { ok: false, fault: found ?? 'missing', fields }
}

function faultOf(arrival: Arrival | null): FileFault | null {
  if (!arrival) return 'missing'
  if (arrival.bytes > fileLimits.bytes) return 'large'
  // what a browser sends for a field in which nothing was chosen
  if (arrival.bytes === 0) return arrival.name === '' ? 'missing' : 'empty'
  return null
}
