import { etagOf } from '@/lib/conditional'
import { cached } from '@/lib/data/cached'
import { isOpen, readOpen } from '@/lib/data/open-data'
import { galleryTag, movedTo, releaseIsGone } from '@/lib/data/releases'
import { openPaths, OpenStudy } from '@/lib/domain/open-data'
import { movedAnswer, openAnswer, optionsAnswer, problemAnswer, readOnlyAnswer } from '@/lib/exchange/open-answer'
import { originOf } from '@/lib/site-address'

const written = cached(
  async (slug: string, origin: string) => {
    const study = await readOpen(slug, origin)
    if (!study) return null
    const body = JSON.stringify(OpenStudy.parse(study))
    return { body, version: { etag: etagOf(body), lastModified: new Date(study.publishedAt) } }
  },
  'open-study',
  galleryTag,
)

/** A published case study, whole. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/case-studies/[slug]'>,
): Promise<Response> {
  const { slug } = await params
  // Asked first, so that made-up addresses do not fill the cache.
  const found = (await isOpen(slug)) ? await written(slug, originOf(request.headers)) : null
  if (found)
    return openAnswer(request, found.version, { 'content-type': 'application/json; charset=utf-8' }, () => found.body)
  const moved = await movedTo(slug)
  if (moved) return movedAnswer(`${openPaths.api}/${moved}`)
  if (await releaseIsGone(slug)) return problemAnswer(gone)
  return problemAnswer(notThere)
}

const gone = {
  title: 'No longer published',
  status: 410,
  detail: 'This case study was public and has been taken back.',
}
const notThere = { title: 'No such case study', status: 404, detail: 'No case study is published at this address.' }

export const OPTIONS = optionsAnswer
export const POST = readOnlyAnswer
export const PUT = readOnlyAnswer
export const PATCH = readOnlyAnswer
export const DELETE = readOnlyAnswer
