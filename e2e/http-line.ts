import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { performance } from 'node:perf_hooks'

/** What came back; `ms` from the first byte sent to the last received. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; ms: number }

/** `body` with its `type`; headers in lower case. */
export type Question = {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  type?: string
  body?: string | Buffer
}

/** Connections to one server that are kept open, as a browser keeps them. */
export type Line = { origin: string; ask(question: Question): Promise<Answer>; close(): void }

/**
 * At most so many connections at once. `ask` rejects where the connection breaks, whatever the server had done by then;
 * only what was asked of a connection that the server had closed meanwhile, as idle, is asked again, as browsers do.
 */
export function openLine(origin: string, { sockets, patience = 60_000 }: { sockets: number; patience?: number }): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets, maxFreeSockets: sockets })
  return {
    origin,
    ask: question => ask(question, { origin, agent, patience }),
    close: () => agent.destroy(),
  }
}

function ask(question: Question, way: { origin: string; agent: Agent; patience: number }): Promise<Answer> {
  const { method = 'GET', path, body, type } = question
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(`${way.origin}${path}`, {
      method,
      agent: way.agent,
      timeout: way.patience,
      headers: {
        ...question.headers,
        ...(type ? { 'content-type': type } : {}),
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
    })
    asked.on('timeout', () => asked.destroy(new Error(`${method} ${path}: no answer in ${way.patience} ms`)))
    asked.on('error', (error: NodeJS.ErrnoException) => {
      const idle = method === 'GET' && asked.reusedSocket && error.code === 'ECONNRESET'
      if (idle) ask(question, way).then(resolve, reject)
      else reject(error)
    })
    asked.on('response', answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString('utf8'),
          ms: performance.now() - began,
        }),
      )
    })
    asked.end(body)
  })
}
