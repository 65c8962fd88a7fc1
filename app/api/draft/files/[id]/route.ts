import * as z from 'zod/mini'

import { describeOwnFile, openOwnFile, removeOwnFile } from '@/lib/data/files'
import { readDraftToken } from '@/lib/draft-cookie'
import { fileResponse, noFileResponse } from '@/lib/files/file-response'
import { answerFile } from '@/app/api/draft/files/answer'

type Context = RouteContext<'/api/draft/files/[id]'>

const Id = z.uuid()
const Deed = z.object({ deed: z.enum(['describe', 'remove']), alt: z._default(z.string(), '') })

/** Opens a file of this browser's response. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const id = Id.safeParse((await params).id)
  const opened = id.success ? await openOwnFile(await readDraftToken(), id.data) : null
  return opened ? fileResponse(opened) : noFileResponse()
}

/** What a form can do with a file: describe it or take it away. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const id = Id.safeParse((await params).id)
  const form = await request.formData().catch(() => null)
  const posted = Deed.safeParse(form ? { deed: form.get('deed'), alt: form.get('alt') ?? '' } : null)
  if (!id.success || !posted.success) return answerFile(request, 'gone')
  const { deed, alt } = posted.data
  if (deed === 'remove') return remove(request, id.data)
  const result = await describeOwnFile(await readDraftToken(), id.data, alt)
  return answerFile(request, result.ok ? 'described' : result.message)
}

/** Takes a file away. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const id = Id.safeParse((await params).id)
  return id.success ? remove(request, id.data) : answerFile(request, 'gone')
}

async function remove(request: Request, id: string): Promise<Response> {
  const result = await removeOwnFile(await readDraftToken(), id)
  return answerFile(request, result.ok ? 'removed' : result.message)
}
