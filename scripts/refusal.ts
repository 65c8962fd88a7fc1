import type { IncomingMessage } from 'node:http'

import { fileLimits } from '@/lib/domain/material'

/** Why a request does not pass the door: a true status, and what to say. */
export type Refusal = { status: number; title: string; sentence: string }

/** Bytes that a form or an action may send. Files have ways of their own. */
export const bodyLimit = 1_048_576

/** The ways of files, with the bytes that each takes: a file, and a little for the form around it. */
const fileWays: Record<string, number> = {
  '/api/draft/files': fileLimits.bytes + 65_536,
  '/api/intake/messages': 105_906_176, // mails: 100 MB, and the form around them
}

/** Whether a request brings a file: such a body may take longer. */
export function bringsFile({ method, url = '/' }: IncomingMessage): boolean {
  return method === 'POST' && pathOf(url) in fileWays
}

const pathOf = (url: string) => url.split('?')[0] ?? '/'

const hostShape = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i
const readingMethods = ['GET', 'HEAD', 'OPTIONS']

/** The read API changes nothing, whoever asks, and says itself that it is for reading. */
const openApi = /^\/api\/v1\/(?:openapi\.json|case-studies(?:\/[a-z0-9-]+)?)(?:\?|$)/

/** The origin that a request itself names, such as `http://127.0.0.1:3000`. */
export function ownOrigin({ headers, socket }: IncomingMessage): string {
  const encrypted = 'encrypted' in socket && socket.encrypted === true
  return `${encrypted ? 'https' : 'http'}://${headers.host ?? 'localhost'}`
}

/** Why this request may not pass, or null. `origin` is where forms must come from. */
export function refusalOf(request: IncomingMessage, origin: string): Refusal | null {
  const { headers, method = '', url = '/' } = request
  if (!headers.host || !hostShape.test(headers.host) || !URL.canParse(`http://${headers.host}`))
    return { status: 400, title: 'There is no such site', sentence: 'The request names no proper host.' }
  if (!isReadable(url))
    return { status: 400, title: 'This address cannot be read', sentence: 'Check it for stray % signs.' }
  if (readingMethods.includes(method) || openApi.test(url)) return null
  if (method !== 'POST' && !url.startsWith('/api/'))
    return { status: 405, title: 'Pages can be read, and forms sent', sentence: 'Nothing else can be done here.' }
  if (headers.origin !== origin)
    return {
      status: 403,
      title: 'This did not come from our own pages',
      sentence: 'Open the page again and send the form from there.',
    }
  // Browsers always say how much they send; without it nothing would end a body that goes on and on.
  if (headers['transfer-encoding'] !== undefined)
    return { status: 411, title: 'This cannot be read', sentence: 'The request does not say how long it is.' }
  const limit = fileWays[pathOf(url)]
  if (Number(headers['content-length'] ?? 0) > (limit ?? bodyLimit))
    return {
      status: 413,
      title: limit
        ? `The selected file must be smaller than ${Math.floor(limit / 1_048_576)} MB`
        : 'That is more than can be sent at once',
      sentence: limit ? 'Go back and choose another.' : 'Go back, shorten it and send it again.',
    }
  return actionRefusal(headers['next-action'])
}

/** Next answers 500 to a name of an action that it cannot read. */
function actionRefusal(action: string | string[] | undefined): Refusal | null {
  if (action === undefined || (typeof action === 'string' && /^[0-9a-f]{40,64}$/.test(action))) return null
  return { status: 400, title: 'There is no such action', sentence: 'Load the page again and try once more.' }
}

function isReadable(url: string): boolean {
  try {
    const path = decodeURIComponent(pathOf(url))
    return path.startsWith('/') && !path.includes('\0')
  } catch {
    return false
  }
}
