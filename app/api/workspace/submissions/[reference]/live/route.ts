import { findLive } from '@/lib/data/live-standing'
import { liveHub, type LiveNews } from '@/lib/data/live-hub'
import { getViewer } from '@/lib/session'

const beat = 20_000
const encoder = new TextEncoder()

/**
 * Server-sent events about one submission: `codings` and `comments` where something changed that the viewer may know
 * of, `people` with who is here. Never what changed: the page reads that by the routes that ask what they may know.
 * Whoever signs out, or may read it no more, hears nothing from the next beat on.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/workspace/submissions/[reference]/live'>,
): Promise<Response> {
  const [viewer, { reference }] = await Promise.all([getViewer(), params])
  const standing = viewer && (await findLive(viewer, reference))
  if (!viewer || !standing) return new Response(null, { status: viewer ? 404 : 401 })
  const person = { id: viewer.id, name: viewer.name, team: viewer.team?.short ?? '' }
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (event: string, data: unknown = {}) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
      const hear = async (news: LiveNews) => {
        const now = news.kind === 'closing' ? null : await findLive(viewer, reference)
        if (!now || news.kind === 'closing') return end()
        if (news.kind === 'resync') {
          say('comments')
          return say('codings')
        }
        if (news.kind === 'here') return say('people', now.blind ? [] : liveHub().present(now.id))
        // the news may be older than the submission's state: hidden then is hidden, hidden now is hidden
        if ((news.hidden || now.blind) && news.actorId !== viewer.id) return
        say(news.kind === 'comment' ? 'comments' : 'codings')
      }
      const told = (news: LiveNews) => void hear(news).catch(() => end())
      const leave = liveHub().listen(standing.id, person, told)
      const pulse = setInterval(
        () => void findLive(viewer, reference).then(now => (now ? say('beat') : end()), end),
        beat,
      )
      end = () => {
        clearInterval(pulse)
        leave()
        end = () => {}
        try {
          controller.close()
        } catch {
          // the browser has gone already
        }
      }
      request.signal.addEventListener('abort', () => end())
      say('codings')
    },
    cancel: () => end(),
  })
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store, no-transform',
  }
  return new Response(stream, { headers })
}
