import { expect, test } from 'vitest'

import { homeOf, localPath } from './sign-in'

test.each([
  ['/workspace', '/workspace'],
  ['/workspace/submissions?stage=new&q=food%20bank', '/workspace/submissions?stage=new&q=food%20bank'],
  ['/library#top', '/library'],
  ['/a/../workspace', '/workspace'],
  ['', null],
  ['workspace', null],
  ['https://example.org/', null],
  ['//example.org', null],
  ['/\\example.org', null],
  ['/\t/example.org', null],
  ['/.//example.org', null],
  ['/a/..//example.org', null],
  ['javascript:alert(1)', null],
  [`/${'a'.repeat(2_000)}`, null],
])('%j leads to %j', (given, path) => expect(localPath(given)).toBe(path))

test('each role begins where it may be', () => {
  expect(homeOf('WMCA_STAFF')).toBe('/library')
  for (const role of ['RESEARCHER', 'LEAD', 'ADMINISTRATOR'] as const) expect(homeOf(role)).toBe('/workspace')
})
