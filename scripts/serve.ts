import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import next from 'next'

import { closeLive } from '@/lib/data/live-hub'
import { trustedProxies } from '@/lib/domain/client-address'
import { securityHeaders } from '@/lib/domain/security-headers'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { hurryBody, longestBody } from './body-time'
import { enter, type Door } from './door'

const second = 1_000

/** A running portal: where it listens, and how to stop it. */
export type Serving = { port: number; stop(): Promise<void> }

/** Serves the portal on `HOST` and `PORT` (0 takes a free one). Throws a sentence when the port is taken. */
export async function serve({ dev }: { dev: boolean }): Promise<Serving> {
  const { host, port, publicUrl, trustedProxies: proxies } = env()
  const server = createServer({
    headersTimeout: 20 * second,
    requestTimeout: longestBody + 30 * second, // a body has limits of its own, by what it brings
    keepAliveTimeout: 10 * second,
  })
  const app = next({ dev, hostname: host, port, httpServer: server })
  const handle = app.getRequestHandler()
  await app.prepare()
  const door: Door = { publicUrl, proxies: trustedProxies(proxies), dev }
  const plainHeaders = Object.entries(securityHeaders({ https: publicUrl?.startsWith('https:') ?? false }))
  server.on('request', (request, response) => {
    hurryBody(request)
    for (const [name, value] of plainHeaders) response.setHeader(name, value)
    if (!enter(door, request, response)) return
    handle(request, response).catch((fault: unknown) => {
      log('error', 'handler.fault', { fault: fault instanceof Error ? fault.name : typeof fault })
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await listen(server, port, host)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => drain(server, sockets),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken ? new Error(`Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}.`) : error,
      )
    })
    server.listen(port, host, resolve)
  })
}

/** Lets requests under way finish, for 15 seconds at most: one that is half sent would hold the server for ever. */
async function drain(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  closeLive()
  server.closeIdleConnections()
  const patience = setTimeout(() => sockets.forEach(socket => socket.destroy()), 15 * second)
  await closed
  clearTimeout(patience)
}
