import { createServer } from 'node:http'
import next from 'next'

/** Serves the bare pages as scripts/serve.ts serves the portal, without its door: on loopback, at `PORT`, until told to stop. */
async function serve() {
  const server = createServer({ keepAliveTimeout: 10_000 })
  const app = next({ dev: false, dir: 'scripts/bench/bare', hostname: '127.0.0.1', httpServer: server })
  const handle = app.getRequestHandler()
  await app.prepare()
  server.on('request', (request, response) => void handle(request, response))
  server.listen(Number(process.env.PORT), '127.0.0.1')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
}

void serve()
