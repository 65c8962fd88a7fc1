import { Readable } from 'node:stream'
import { expect, test } from 'vitest'

import { fileResponse } from './file-response'

const opened = (name: string) => ({
  name,
  type: 'application/pdf',
  bytes: 3,
  stream: Readable.from([Buffer.from('abc')]),
})

test('a file is saved and not shown, and can run nothing', async () => {
  const response = fileResponse(opened('a.pdf'))
  expect(await response.text()).toBe('abc')
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-disposition': `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`,
    'content-length': '3',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
})

test.each([
  ['Überblick 食.pdf', `attachment; filename="U_berblick _.pdf"; filename*=UTF-8''%C3%9Cberblick%20%E9%A3%9F.pdf`],
  [`it's (1) 100%.pdf`, `attachment; filename="it_s (1) 100_.pdf"; filename*=UTF-8''it%27s%20%281%29%20100%25.pdf`],
])('the name %s stands in its header safely', (name, header) => {
  expect(fileResponse(opened(name)).headers.get('content-disposition')).toBe(header)
})
