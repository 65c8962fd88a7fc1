import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { Readable } from 'node:stream'

import { currentCall } from '@/lib/data/calls'
import { keepProject } from '@/lib/data/exchange-runs'
import { exchangeLimits } from '@/lib/domain/exchange'
import { may } from '@/lib/domain/policy'
import { dropPart, newPart } from '@/lib/files/part'
import { getViewer } from '@/lib/session'

const goTo = (path: string) =>
  new Response(null, {
    status: 303,
    headers: { location: `/workspace/exchange${path}`, 'cache-control': 'no-store' },
  })

/** Takes a project out of a form, straight to the disk, and goes to where it is read. Nothing is imported yet. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer()
  // before a byte of it is read
  if (!viewer || !may(viewer, 'exchangeProjects')) return new Response('There is no such page.', { status: 404 })
  const part = newPart()
  try {
    const name = await receive(request, part).catch(() => null)
    const { size } = await fs.stat(/* turbopackIgnore: true */ part).catch(() => ({ size: 0 }))
    if (name === null || size === 0) return goTo('?problem=none')
    if (size > exchangeLimits.fileBytes) return goTo('?problem=large')
    const kept = await keepProject(viewer, (await currentCall()).id, { part, name, bytes: size })
    return goTo(kept.ok ? `/${kept.value.id}` : '?problem=none')
  } finally {
    await dropPart(part)
  }
}

/** Writes the first file of a form into a part, one byte more than is taken at most. Answers its name. */
async function receive(request: Request, part: string): Promise<string | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) return null
  const limits = { files: 1, fileSize: exchangeLimits.fileBytes + 1, fields: 2, fieldSize: 1_000 }
  const parser = busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' })
  let name: string | null = null
  let writing: Promise<void> = Promise.resolve()
  parser.on('file', (_field, stream, { filename }) => {
    name = (filename ?? '').slice(-200) || 'a file without a name'
    writing = pipeline(stream, createWriteStream(/* turbopackIgnore: true */ part, { mode: 0o600, flags: 'wx' }))
    writing.catch(() => parser.destroy())
  })
  await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser)
  await writing
  return name
}
