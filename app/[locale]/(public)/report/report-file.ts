import { etagOf, isUnchanged, versionHeaders } from '@/lib/conditional'
import { cached } from '@/lib/data/cached'
import { currentCall, type CallView } from '@/lib/data/calls'
import { galleryTag } from '@/lib/data/releases'
import { readEdition, type EditionView } from '@/lib/data/report-editions'
import { slugFrom } from '@/lib/domain/slug'
import { composeReport, type ReportDocument } from '@/lib/exchange/report-document'
import { reportAsDocx } from '@/lib/exchange/report-docx'
import { reportAsPdf } from '@/lib/exchange/report-pdf'
import { originOf } from '@/lib/site-address'

type Ending = 'pdf' | 'docx'

const kinds: Record<Ending, { type: string; write: (report: ReportDocument) => Promise<Buffer> }> = {
  pdf: { type: 'application/pdf', write: reportAsPdf },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: reportAsDocx,
  },
}

/** Goes up when a file is written in another way than before, so that nobody takes an old one for the new. */
const making = '1'

/** The report as a file: its newest edition, or the one that `?edition=` names; 404 where there is none. */
export async function answerWithReport(request: Request, ending: Ending): Promise<Response> {
  const call = await currentCall()
  const number = askedNumber(request)
  const view = Number.isNaN(number) ? null : await readEdition(call.id, number)
  if (!view) return new Response('There is no such report.\n', { status: 404 })
  const origin = originOf(request.headers)
  const version = { etag: versionOf(view, call, ending, origin), lastModified: null }
  if (isUnchanged(request, version)) return new Response(null, { status: 304, headers: versionHeaders(version) })
  const file = await made(version.etag, view.number, ending, origin)
  return new Response(Uint8Array.from(file), {
    headers: {
      ...versionHeaders(version),
      'content-type': kinds[ending].type,
      'content-disposition': `attachment; filename="${slugFrom(view.edition.title, 'report')}-edition-${view.number}.${ending}"`,
    },
  })
}

/** Which edition is asked for: nothing for the newest, NaN for one that cannot be. */
function askedNumber(request: Request): number | undefined {
  const asked = new URL(request.url).searchParams.get('edition') ?? ''
  if (asked === '') return undefined
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : Number.NaN
}

/** Changes with everything that the file shows. */
function versionOf(view: EditionView, call: CallView, ending: Ending, origin: string): string {
  const { name, commissioner, demonstration, partners } = call
  const shown = { view, name, commissioner, demonstration, partners: partners.map(partner => partner.name) }
  return etagOf(making, ending, origin, JSON.stringify(shown))
}

const day = 86_400_000

/** Takes seconds: made once for each version, and again only where something of it has changed. */
const made = cached(
  async (_version: string, number: number, ending: Ending, origin: string) => {
    const call = await currentCall()
    const view = await readEdition(call.id, number)
    if (!view) throw new Error('An edition has gone while its file was made')
    return kinds[ending].write(await composeReport(view, call, origin))
  },
  'report-file',
  galleryTag,
  day,
)
