import type { IncomingMessage } from 'node:http'

import { bringsFile } from './refusal'

const second = 1_000

/** How long the body of a file may take: 10 MB come within it at a seventh of a megabit a second. */
export const longestBody = 600 * second

type Pace = { within: number; every: number; bytes: number }

const forFiles: Pace = { within: longestBody, every: 30 * second, bytes: 30_000 }
const forOthers: Pace = { within: 120 * second, every: 30 * second, bytes: 1 }

/**
 * Ends the connection of a body that takes too long, or hardly moves: a slow line has its time, and nobody holds a place
 * by sending a byte now and then. `pace` is for tests.
 */
export function hurryBody(request: IncomingMessage, pace = bringsFile(request) ? forFiles : forOthers): void {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return
  const { socket } = request
  const began = Date.now()
  let seen = socket.bytesRead
  const clock = setInterval(() => {
    const came = socket.bytesRead - seen
    seen = socket.bytesRead
    if (request.complete) clearInterval(clock)
    else if (came < pace.bytes || Date.now() - began > pace.within) socket.destroy()
  }, pace.every)
  clock.unref()
  request.once('close', () => clearInterval(clock))
}
