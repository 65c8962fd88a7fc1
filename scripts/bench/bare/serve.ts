import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import next from 'next'

import { pagePolicy, securityHeaders } from '@/lib/domain/security-headers'

/** Serves the bare pages as scripts/serve.ts serves the portal, with its headers and without its door: on loopback, at `PORT`, until told to stop. */
async function serve() {
  const server = createServer({ keepAliveTimeout: 10_000 })
  const app = next({ dev: false, dir: 'scripts/bench/bare', hostname: '127.0.0.1', httpServer: server })
  const handle = app.getRequestHandler()
  await app.prepare()
  const headers = Object.entries(securityHeaders({ https: false }))
  server.on('request', (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    const policy = pagePolicy(randomBytes(16).toString('base64'), { dev: false })
    request.headers['content-security-policy'] = policy
    response.setHeader('content-security-policy', policy)
    void handle(request, response)
  })
  server.listen(Number(process.env.PORT), '127.0.0.1')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
}

void serve()
