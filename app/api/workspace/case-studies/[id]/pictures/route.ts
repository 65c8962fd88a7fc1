import { getTranslations } from 'next-intl/server'
import * as z from 'zod/mini'

import { answerDeed, answerJson, signedOut } from '@/app/api/workspace/answer'
import { addPicture, addPictureOfSource, mayAddPicture } from '@/lib/data/pictures'
import { noSuchCaseStudy } from '@/lib/data/case-study-record'
import { CaseStudyId } from '@/lib/domain/case-study'
import type { FileFault } from '@/lib/domain/material'
import type { Viewer } from '@/lib/domain/person'
import { takePicture } from '@/lib/files/picture-files'
import { receiveFile } from '@/lib/files/receive'
import { notThere, refused, type Result } from '@/lib/result'
import { getViewer } from '@/lib/session'

type Context = RouteContext<'/api/workspace/case-studies/[id]/pictures'>

const FromSource = z.object({ file: z.uuid() })

/**
 * Adds a picture to a case study: a file of a form that is still arriving, refused before it is read where it can be, or
 * (as JSON) a photograph of the evidence that it rests on.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const id = CaseStudyId.safeParse((await params).id)
  if (!id.success) return answerJson(notThere(noSuchCaseStudy), 404)
  if (request.headers.get('content-type')?.startsWith('application/json'))
    return answerDeed(request, FromSource, (viewer, { file }) => addPictureOfSource(viewer, id.data, file))
  const viewer = await getViewer()
  if (!viewer) return answerJson(refused(signedOut), 401)
  const result = await addUpload(request, viewer, id.data)
  return answerJson(result, result.ok ? 200 : result.missing ? 404 : 422)
}

async function addUpload(request: Request, viewer: Viewer, id: string): Promise<Result<object>> {
  const may = await mayAddPicture(viewer, id)
  if (!may.ok) return may
  const received = await receiveFile(request)
  if (!received.ok) return refused(await sentenceFor(received.fault))
  const taking = await takePicture(received.part)
  return taking.ok ? addPicture(viewer, id, taking.picture) : refused(await sentenceFor(taking.fault))
}

async function sentenceFor(fault: FileFault): Promise<string> {
  if (fault === 'type') return 'The picture must be a JPEG, PNG, WebP or HEIC file'
  const t = await getTranslations({ locale: 'en', namespace: 'submit' })
  return t(`files.errors.${fault}`)
}
