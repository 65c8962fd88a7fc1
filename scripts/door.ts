import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'

import { takeNotedStatus } from '@/lib/answer-status'
import { filePolicy, pagePolicy } from '@/lib/domain/security-headers'
import fault from '@/lib/i18n/en/fault.json'
import { preparePlainPage } from './plain-page'
import { bringsFile, ownOrigin, refusalOf } from './refusal'
import { writeOwnHeaders } from './request-headers'

/** Bytes of a file that is too large which are read to no purpose, so that its sender hears of it. */
const wasted = 104_857_600

/** What the door has to know about where it stands. */
export type Door = {
  /** The one origin that the portal is reached at, or undefined: then the one that the request names. */
  publicUrl: string | undefined
  proxies: BlockList
  /** Whether faults are shown as the development server shows them. */
  dev: boolean
}

/**
 * Stands before Next's handler and answers what Next cannot answer truly: requests without a proper host, posts from
 * elsewhere, bodies over the limit, statuses that only a page or the log knows, and a page with an id where Next's own
 * would be blank without script. Gives each page its policy, with a nonce for its scripts. Answers whether the request
 * may go on.
 */
export function enter(door: Door, request: IncomingMessage, response: ServerResponse): boolean {
  const origin = door.publicUrl ?? ownOrigin(request)
  const refusal = refusalOf(request, origin)
  if (refusal) {
    const body = preparePlainPage(response, { title: refusal.title, sentences: [refusal.sentence] })
    // Who is still sending reads no answer on a line that is cut: what a browser sends on is let run to waste.
    const lets = refusal.status === 413 && bringsFile(request) && Number(request.headers['content-length']) < wasted
    response.writeHead(refusal.status, lets ? {} : { connection: 'close' }).end(body)
    return false
  }
  const id = randomUUID().slice(0, 8)
  // Next reads the nonce for a page's scripts from the policy on the request.
  const policy = isPage(request) ? pagePolicy(randomBytes(16).toString('base64'), door) : undefined
  if (policy) response.setHeader('content-security-policy', policy)
  writeOwnHeaders(request, { origin, proxies: door.proxies, id, policy })
  mendAnswer(response, { id, faultPage: !door.dev && isForReading(request) })
  return true
}

/** Whether a page may come of it, and not data or a file beside pages. */
function isPage({ url = '/' }: IncomingMessage): boolean {
  return !/^\/(?:api\/|_next\/|data\/|(?:icon\.svg|favicon\.ico|robots\.txt|sitemap\.xml)(?:\?|$))/.test(url)
}

/** Whether a person will read the answer as a page, and not a program as data. */
function isForReading({ headers, method }: IncomingMessage): boolean {
  const forScript = headers.rsc !== undefined || headers['next-action'] !== undefined
  return method !== 'HEAD' && !forScript && (headers.accept ?? '').includes('text/html')
}

type Mending = { id: string; faultPage: boolean }

/** Next sets the status while it writes the head, so that is where it is mended, and the body of a fault replaced. */
function mendAnswer(response: ServerResponse, { id, faultPage }: Mending) {
  const whole = { writeHead: response.writeHead.bind(response), end: response.end.bind(response) }
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const mended = takeNotedStatus(id) ?? status
    response.statusCode = mended
    // The policy of what is saved and not shown, whoever answers with it: opened all the same, it can run nothing.
    if (String(response.getHeader('content-disposition')).startsWith('attachment'))
      response.setHeader('content-security-policy', filePolicy)
    if (mended === 503) response.setHeader('retry-after', '5')
    if (mended < 500 || !faultPage) return Reflect.apply(whole.writeHead, response, [mended, ...rest])
    const { title, kept, id: number, home } = fault
    const body = preparePlainPage(response, { title, sentences: [kept, number], id, home })
    response.write = () => true
    response.end = () => whole.end(body)
    return whole.writeHead(mended)
  }
}
