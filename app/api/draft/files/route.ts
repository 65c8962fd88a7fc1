import { addOwnFile, listOwnFiles, mayAddFile } from '@/lib/data/files'
import { readDraftToken } from '@/lib/draft-cookie'
import { takeUpload } from '@/lib/files/upload'
import { requestNetwork } from '@/lib/request-network'
import { answerFile } from './answer'

/** The files of the response that this browser is writing, for a page that was left and came back to. */
export async function GET(): Promise<Response> {
  const files = await listOwnFiles(await readDraftToken())
  return Response.json({ files }, { headers: { 'cache-control': 'no-store' } })
}

/** Adds a file to this browser's response: refused before it is read where it can be, and streamed to the disk. */
export async function POST(request: Request): Promise<Response> {
  const token = await readDraftToken()
  const may = await mayAddFile(token, await requestNetwork())
  if (!may.ok) return answerFile(request, may.message)
  const taken = await takeUpload(request)
  if (!taken.ok) return answerFile(request, taken.message)
  const added = await addOwnFile(token, taken.file, taken.alt)
  return added.ok ? answerFile(request, 'added', { file: added.value }) : answerFile(request, added.message)
}
