import { readAnalysis, type AnalysisAnswer } from '@/lib/data/analysis'
import { currentCall } from '@/lib/data/calls'
import { analysisKinds, readAnalysisView } from '@/lib/domain/analysis'
import { askedFor, askedIn } from '@/lib/domain/address'
import { notSettled, describe, titleOf } from '@/lib/domain/analysis-title'
import { getViewer } from '@/lib/session'

/** The answer to the view that a file's address names, as far as whoever asks may have it; null for everybody else. */
export async function askedView(request: Request): Promise<AnalysisAnswer | null> {
  const [viewer, call] = await Promise.all([getViewer(), currentCall()])
  const asked = askedIn(new URL(request.url).searchParams)
  const kind = analysisKinds.find(known => known === askedFor(asked, 'kind'))
  return viewer && kind ? readAnalysis(viewer, call.id, readAnalysisView(kind, asked)) : null
}

/** What a chart of an answer says of itself. */
export function chartWords({ view, table }: AnalysisAnswer) {
  return { title: titleOf(view), description: describe(table), warning: table.soFar ? notSettled : '' }
}

/** A file of an answer: shown in its page, or saved where the address asks for it. */
export function fileOf(
  request: Request,
  answer: AnalysisAnswer,
  body: BodyInit,
  { type, ending }: { type: string; ending: string },
) {
  const save = new URL(request.url).searchParams.has('save')
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `${save ? 'attachment' : 'inline'}; filename="${answer.view.kind}.${ending}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

export const noSuchFile = () => new Response('There is no such file.', { status: 404 })
