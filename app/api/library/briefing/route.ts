import { readChosenStudies } from '@/lib/data/briefings'
import { callBySlug } from '@/lib/data/calls'
import { getCollection } from '@/lib/data/collections'
import { picturesFor } from '@/lib/data/pictures'
import { askedIn } from '@/lib/domain/address'
import { inBriefingOrder, readBriefingChoice } from '@/lib/domain/briefing'
import { slugFrom } from '@/lib/domain/slug'
import { composeBriefing } from '@/lib/exchange/briefing'
import { briefingAsDocx } from '@/lib/exchange/briefing-docx'
import { briefingAsPdf } from '@/lib/exchange/briefing-pdf'
import { getViewer } from '@/lib/session'
import { siteOrigin } from '@/lib/site-address'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Chosen case studies as a document to hand on. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer()
  const choice = readBriefingChoice(askedIn(new URL(request.url).searchParams))
  const found = viewer ? await readChosenStudies(viewer, choice.with) : null
  if (!viewer || !found || found.length === 0) return new Response('There is no such briefing.\n', { status: 404 })
  const studies = inBriefingOrder(found, choice.order)
  const [collection, calls, origin, pictures] = await Promise.all([
    choice.collection && choice.notes ? getCollection(viewer, choice.collection) : null,
    Promise.all([...new Set(studies.map(study => study.callSlug))].map(callBySlug)),
    siteOrigin(),
    picturesFor(viewer, studies),
  ])
  const noted = collection?.items.flatMap(({ study, note }) => (study && note ? [[study.slug, note] as const] : []))
  const briefing = composeBriefing({
    title: choice.title,
    audience: choice.audience,
    studies,
    pictures,
    notes: new Map(noted),
    note: collection?.note ?? '',
    calls: new Map(calls.flatMap(call => (call ? [[call.slug, call]] : []))),
    origin,
    now: new Date(),
  })
  const file = choice.format === 'pdf' ? await briefingAsPdf(briefing) : await briefingAsDocx(briefing)
  return new Response(Uint8Array.from(file), {
    headers: {
      'content-type': types[choice.format],
      'content-disposition': `attachment; filename="${slugFrom(briefing.title, 'briefing')}.${choice.format}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}
