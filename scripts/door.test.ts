import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { trustedProxies } from '@/lib/domain/client-address'
import { noteStatus } from '@/lib/answer-status'
import { enter, type Door } from './door'
import { bodyLimit } from './refusal'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

let handler: Handler = (_request, response) => void response.end('a page')
let seen: IncomingHttpHeaders = {}
const door: Door = {
  publicUrl: undefined,
  proxies: trustedProxies(['127.0.0.1']),
  dev: false,
}
const server = createServer((request, response) => {
  const mayPass = enter(door, request, response)
  seen = request.headers
  if (mayPass) handler(request, response)
})
let port = 0
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

function ask(
  path: string,
  given: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = given
    const asked = send({ port, host: '127.0.0.1', path, method, headers }, response => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
const own = () => ({ origin: `http://127.0.0.1:${port}` })

test('the read API says itself that it is for reading; nothing near it does', async () => {
  const foreign = { method: 'POST', headers: { origin: 'https://elsewhere.example' } }
  for (const path of ['/api/v1/case-studies', '/api/v1/case-studies/a-b?x=1', '/api/v1/openapi.json'])
    expect((await ask(path, foreign)).status, path).toBe(200)
  for (const path of [
    '/api/v1',
    '/api/v1/../draft/answers',
    '/api/v1/case-studies/../../draft',
    '/api/v1/case-studies/%2e',
  ])
    expect((await ask(path, foreign)).status, path).toBe(403)
})

describe('what does not pass', () => {
  test.each([
    ['a host that is none', '/', { headers: { host: 'a b' } }, 400],
    ['a host with a port that is none', '/', { headers: { host: 'localhost:99999' } }, 400],
    ['a host with an address that is none', '/', { headers: { host: '999.1.1.1' } }, 400],
    ['an address that cannot be decoded', '/%E0%A4%A', {}, 400],
    ['an address with a NUL', '/a%00b', {}, 400],
    ['a post from nowhere', '/', { method: 'POST' }, 403],
    ['a post from another site', '/', { method: 'POST', headers: { origin: 'https://elsewhere.example' } }, 403],
    ['a post from a page without an origin', '/', { method: 'POST', headers: { origin: 'null' } }, 403],
  ])('%s', async (_told, path, given, status) => {
    const answer = await ask(path, given)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain('<h1>')
  })

  test('another method than reading and sending', async () => {
    expect((await ask('/', { method: 'DELETE', headers: own() })).status).toBe(405)
  })

  test('a body of one byte more than the limit', async () => {
    const at = {
      method: 'POST',
      headers: { ...own(), 'content-length': String(bodyLimit) },
      body: 'x'.repeat(bodyLimit),
    }
    expect((await ask('/', at)).status).toBe(200)
    const past = { ...at, headers: { ...own(), 'content-length': String(bodyLimit + 1) }, body: '' }
    expect((await ask('/', past).catch(() => ({ status: 413 }))).status).toBe(413)
  })

  test('a file of more than 10 MB and the form around it, on the way of files alone', async () => {
    const sized = (bytes: number) => ({ method: 'POST', headers: { ...own(), 'content-length': String(bytes) }, body: 'x'.repeat(bytes) }) // prettier-ignore
    const most = 10_485_760 + 65_536
    expect((await ask('/api/draft/files?change=1', sized(most))).status).toBe(200)
    const refused = await ask('/api/draft/files', sized(most + 1))
    expect(refused).toMatchObject({ status: 413 })
    expect(refused.body).toContain('The selected file must be smaller than 10 MB')
    expect((await ask('/api/draft/files/x', { ...sized(bodyLimit + 1), body: '' }).catch(() => ({ status: 413 }))).status).toBe(413) // prettier-ignore
  })

  test('a body that does not say how long it is', async () => {
    const headers = { ...own(), 'transfer-encoding': 'chunked' }
    expect((await ask('/api/auth/callback/credentials', { method: 'POST', headers, body: 'x' })).status).toBe(411)
  })

  test.each(['x', '../', 'a'.repeat(39)])('an action named %s', async action => {
    expect((await ask('/', { method: 'POST', headers: { ...own(), 'next-action': action } })).status).toBe(400)
  })
})

describe('what passes', () => {
  test('has the address that the trusted proxy names, and none of what the client says of itself', async () => {
    await ask('/', {
      headers: {
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-host': 'evil.example',
        'x-portal-client': '1.1.1.1',
        'x-middleware-subrequest': 'proxy',
      },
    })
    expect(seen).toMatchObject({ 'x-portal-client': '203.0.113.7', 'x-forwarded-host': `127.0.0.1:${port}` })
    expect(seen).not.toHaveProperty('x-middleware-subrequest')
  })

  test.each(['/', '/submit/story?change=1', '/apiary', '/evidence/a/copy.pdf', '/icon.svgs'])(
    'a page at %s has one nonce for its scripts and its policy, whatever the client said',
    async path => {
      const answer = await ask(path, { headers: { 'content-security-policy': "script-src 'nonce-mine'" } })
      expect(answer.headers['content-security-policy']).toMatch(/'nonce-[\w+/]{22}=='/)
      expect(seen['content-security-policy']).toBe(answer.headers['content-security-policy'])
      expect((await ask(path)).headers['content-security-policy']).not.toBe(answer.headers['content-security-policy'])
    },
  )

  test.each(['/api/draft/answers', '/_next/static/a.js', '/icon.svg?a', '/favicon.ico'])(
    'what is no page keeps the policy that it has: %s',
    async path => {
      const answer = await ask(path, { headers: { 'content-security-policy': 'mine' } })
      expect(answer.headers).not.toHaveProperty('content-security-policy')
      expect(seen).not.toHaveProperty('content-security-policy')
    },
  )

  test.each([
    ['/workspace/submissions?place=dudley', '/workspace/submissions?place=dudley'],
    ['/workspace?_rsc=1a', '/workspace'],
    ['/workspace?a=1&_rsc=1a', '/workspace?a=1'],
    ['//elsewhere.example/a', '//elsewhere.example/a'],
  ])('knows that %s is asked for', async (path, known) => {
    await ask(path, { headers: { 'x-portal-path': '/mine' } })
    expect(seen['x-portal-path']).toBe(known)
  })

  test('loses a state of the router that cannot be read', async () => {
    await ask('/', { headers: { 'next-router-state-tree': 'nonsense' } })
    expect(seen).not.toHaveProperty('next-router-state-tree')
  })
})

describe('true statuses', () => {
  const note = (request: IncomingMessage, status: number) =>
    noteStatus(request.headers['x-portal-request']?.toString() ?? '', status)

  test.each([404, 410, 400])('%d where a page or the log knows it', async status => {
    handler = (request, response) => {
      note(request, status)
      response.writeHead(200).end('what the page says')
    }
    expect(await ask('/')).toMatchObject({ status, body: 'what the page says' })
    handler = (_request, response) => void response.writeHead(200).end()
    expect((await ask('/')).status).toBe(200)
  })

  test('503 while the database is away, with a page to read and a time to come back', async () => {
    handler = (request, response) => {
      note(request, 503)
      response.writeHead(500, { 'content-type': 'text/html' }).end('<html id="__next_error__">')
    }
    const answer = await ask('/', { headers: { accept: 'text/html' } })
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(answer.body).toContain('something went wrong')
  })

  test('what is to be saved can run nothing, whatever policy stood there before', async () => {
    handler = (_request, response) => {
      response.setHeader('content-security-policy', "default-src 'self'")
      response.setHeader('content-disposition', 'attachment; filename="a.pdf"')
      response.end('a')
    }
    expect((await ask('/')).headers['content-security-policy']).toBe("sandbox; default-src 'none'")
  })

  test('500 for a fault, with the id that the request has in the log', async () => {
    handler = (_request, response) => void response.writeHead(500).end('blank')
    const answer = await ask('/', { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(500)
    expect(answer.body).toContain(`<strong>${seen['x-portal-request']?.toString()}</strong>`)
    expect(answer.body).not.toContain('blank')
  })
})
