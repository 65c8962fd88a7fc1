import { getTranslations } from 'next-intl/server'

import { fileFaults, fileRefusals, type FileFault, type FileRefusal } from '@/lib/domain/material'

/** What became of a file, for the page to say. */
export type FileNews = 'added' | 'described' | 'removed' | FileFault | FileRefusal

const statuses: Partial<Record<FileNews, number>> = {
  large: 413,
  cut: 400,
  missing: 400,
  several: 400,
  many: 409,
  sent: 409,
  often: 429,
  notOpen: 403,
  closed: 403,
  noDraft: 403,
  gone: 404,
}

/**
 * Answers a script with JSON and a true status, and a form that a browser posts by itself with the way back to the page,
 * which then says what happened.
 */
export async function answerFile(request: Request, news: FileNews, body: object = {}): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  if (!isScript(request)) {
    const query = new URLSearchParams({ file: news })
    if (new URL(request.url).searchParams.get('change') === '1') query.set('change', '1')
    return new Response(null, { status: 303, headers: { ...headers, location: `/submit/material?${query}#file` } })
  }
  const fault = [...fileFaults, ...fileRefusals].find(known => known === news)
  if (!fault) return Response.json({ news, ...body }, { headers })
  const t = await getTranslations({ locale: 'en', namespace: 'submit' })
  return Response.json({ message: t(`files.errors.${fault}`) }, { status: statuses[fault] ?? 422, headers })
}

function isScript(request: Request): boolean {
  return (request.headers.get('accept') ?? '').startsWith('application/json')
}
