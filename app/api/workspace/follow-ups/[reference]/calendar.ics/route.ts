import { getNextCall } from '@/lib/data/follow-up'
import { calendarFile } from '@/lib/exchange/calendar'
import { getViewer } from '@/lib/session'
import { siteOrigin } from '@/lib/site-address'

const minutes = 30

/** The next call as a calendar file: the reference and a link, neither name nor number. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/api/workspace/follow-ups/[reference]/calendar.ics'>,
): Promise<Response> {
  const [viewer, { reference }] = await Promise.all([getViewer(), params])
  const call = viewer && (await getNextCall(viewer, reference))
  const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }
  if (!call)
    return new Response('There is no such call.', {
      status: 404,
      headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
    })
  const origin = await siteOrigin()
  const url = `${origin}/workspace/follow-ups/${call.reference}`
  const file = calendarFile({
    uid: `follow-up-${call.submissionId}@${new URL(origin).hostname}`,
    sequence: call.version,
    summary: `Follow-up call ${call.reference}`,
    description: `The number is shown there, on request:\n${url}`,
    url,
    startsAt: call.startsAt,
    minutes,
    now: new Date(),
  })
  return new Response(file, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="follow-up-${call.reference}.ics"`,
    },
  })
}
