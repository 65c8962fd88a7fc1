import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'

import { POST } from './route'

test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])('a %s is no form', async type => {
  const path = ['callback', 'credentials']
  const request = new NextRequest(`http://localhost/api/auth/${path.join('/')}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: '{',
  })
  expect((await POST(request, { params: Promise.resolve({ nextauth: path }) })).status).toBe(415)
})
