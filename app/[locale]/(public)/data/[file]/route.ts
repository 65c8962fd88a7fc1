import { etagOf } from '@/lib/conditional'
import { callBySlug, currentCall, type CallView } from '@/lib/data/calls'
import { everyOpen, openState } from '@/lib/data/open-data'
import { readCursor } from '@/lib/domain/cursor'
import { toLondonField } from '@/lib/domain/london-time'
import { openFormats, openPaths, type OpenFormat } from '@/lib/domain/open-data'
import { openAnswer, optionsAnswer, problemAnswer, streamOf } from '@/lib/exchange/open-answer'
import { openCsv } from '@/lib/exchange/open-csv'
import { openJson, openJsonLines } from '@/lib/exchange/open-json'
import { originOf } from '@/lib/site-address'

import { feedOf } from '@/app/[locale]/(public)/data/feed'
import { openWords } from '@/app/[locale]/(public)/data/open-words'

/** Every published case study of a call in one file, or the feed of them. `?call=<slug>` for another call than the current one. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/data/[file]'>): Promise<Response> {
  const { file } = await params
  const query = new URL(request.url).searchParams
  const slug = query.get('call') ?? ''
  const call = slug ? await callBySlug(slug) : await currentCall()
  const [name, ending = ''] = file.split('.', 2)
  if (!call || name !== 'case-studies' || file !== `${name}.${ending}`) return problemAnswer(noSuchFile)
  const origin = originOf(request.headers)
  if (file === openPaths.feed.split('/').at(-1)) {
    const after = query.get('after') ?? ''
    if (after && !readCursor(after)) return problemAnswer(noSuchPage)
    const { body, version } = await feedOf(call, { origin, call: slug, after })
    return openAnswer(request, version, { 'content-type': 'application/atom+xml; charset=utf-8' }, () => body)
  }
  const format = (Object.keys(openFormats) as OpenFormat[]).find(known => known === ending)
  return format ? fileAnswer(request, format, call, origin) : problemAnswer(noSuchFile)
}

const noSuchFile = {
  title: 'No such file',
  status: 404,
  detail: `What there is to take away is listed at ${openPaths.page}.`,
}
const noSuchPage = {
  title: 'This cannot be asked',
  status: 400,
  detail: 'No page of the feed begins there: follow its links.',
}

export const OPTIONS = optionsAnswer

/** Goes up when a file is written in another way than before, so that nobody takes an old one for the new. */
const edition = '1'

async function fileAnswer(request: Request, format: OpenFormat, call: CallView, origin: string): Promise<Response> {
  const [{ fingerprint, changedAt }, { name, attribution }] = await Promise.all([openState(call.id), openWords(call)])
  const version = {
    etag: etagOf(edition, format, origin, call.id, String(call.version), attribution, fingerprint, changedAt ?? ''),
    lastModified: changedAt ? new Date(changedAt) : null,
  }
  const day = toLondonField(new Date()).slice(0, 10)
  const headers = {
    'content-type': openFormats[format].type,
    'content-disposition': `attachment; filename="case-studies-${call.slug}-${day}.${format}"`,
  }
  const about = { title: name, attribution, page: origin + openPaths.page, changedAt }
  const write = {
    csv: () => openCsv(everyOpen(call.id, origin)),
    json: () => openJson(about, everyOpen(call.id, origin)),
    jsonl: () => openJsonLines(everyOpen(call.id, origin)),
  }
  return openAnswer(request, version, headers, () => streamOf(write[format]()))
}
