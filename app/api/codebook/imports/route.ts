import { filesIn } from '@/app/api/intake/messages/files-in'
import { currentCall } from '@/lib/data/calls'
import { keepImport } from '@/lib/data/codebook-exchange'
import { mostBytes } from '@/lib/domain/codebook-import'
import { may } from '@/lib/domain/policy'
import { readCodebookFile } from '@/lib/exchange/codebook-file'
import { getViewer } from '@/lib/session'

const goTo = (path: string) =>
  new Response(null, {
    status: 303,
    headers: { location: `/workspace/codebook/import${path}`, 'cache-control': 'no-store' },
  })

/** Takes a file with a codebook out of a form, and goes to what importing it would do. Nothing is imported yet. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer()
  // before a byte of it is read
  if (!viewer || !may(viewer, 'editCodebook')) return new Response('There is no such page.', { status: 404 })
  const file = await firstFile(request).catch(() => null)
  if (!file || (file.bytes.length === 0 && file.name === nameless)) return goTo('?problem=none')
  const call = await currentCall()
  const kept = await keepImport(viewer, call.id, { name: file.name, content: readCodebookFile(file.bytes) })
  return goTo(kept.ok ? `/${kept.value.id}` : '?problem=none')
}

const nameless = 'a file without a name'

/** The first file of a form, and of it one byte more than is taken, so that it is seen to be too large. */
async function firstFile(request: Request): Promise<{ name: string; bytes: Uint8Array } | null> {
  for await (const { stream, name } of filesIn(request)) {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      chunks.push(chunk)
      size += chunk.length
      if (size > mostBytes) break
    }
    return { name, bytes: Buffer.concat(chunks) }
  }
  return null
}
