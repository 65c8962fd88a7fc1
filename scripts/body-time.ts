import type { IncomingMessage } from 'node:http'

import { bringsFile } from './refusal'

const second = 1_000

/** How long the body of a file may take: 10 MB come within it at a seventh of a megabit a second. */
export const longestBody = 600 * second

type Pace = { within: number; every: number; bytes: number }

const forFiles: Pace = { within: longestBody, every: 30 * second, bytes: 30_000 }
const forOthers: Pace = { within: 120 * second, every: 30 * second, bytes: 1 }

const looksInTurn = 5

/**
 * Ends the connection of a body that takes too long, or hardly moves: a slow line has its time, and nobody holds a place
 * by sending a byte now and then. Time in which the server itself holds the body back does not count. `pace` is for tests.
 */
export function hurryBody(request: IncomingMessage, pace = bringsFile(request) ? forFiles : forOthers): void {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return
  const { socket } = request
  let seen = socket.bytesRead
  let at = Date.now()
  let spent = 0
  let turn = { looks: 0, came: 0 }
  const look = () => {
    if (request.complete) return clearInterval(clock)
    const now = Date.now()
    turn.came += socket.bytesRead - seen
    seen = socket.bytesRead
    const passed = now - at
    at = now
    // nothing more is read from the line while this much waits for us: that time is ours, not the sender's
    if (request.readableLength >= request.readableHighWaterMark) return
    spent += passed
    turn.looks += 1
    if (spent > pace.within || (turn.looks >= looksInTurn && turn.came < pace.bytes)) socket.destroy()
    if (turn.looks >= looksInTurn) turn = { looks: 0, came: 0 }
  }
  const clock = setInterval(look, pace.every / looksInTurn)
  clock.unref()
  request.once('close', () => clearInterval(clock))
}
