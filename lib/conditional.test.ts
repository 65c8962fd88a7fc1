import { expect, test } from 'vitest'

import { etagOf, isUnchanged, versionHeaders } from './conditional'

const lastModified = new Date('2026-11-24T08:10:47.911Z')
const version = { etag: '"abc"', lastModified }

test.each([
  [{}, false],
  [{ 'if-none-match': '"abc"' }, true],
  [{ 'if-none-match': 'W/"abc"' }, true],
  [{ 'if-none-match': '"x", W/"abc"' }, true],
  [{ 'if-none-match': '*' }, true],
  [{ 'if-none-match': '"x"' }, false],
  [{ 'if-none-match': 'abc' }, false],
  [{ 'if-modified-since': 'Tue, 24 Nov 2026 08:10:47 GMT' }, true],
  [{ 'if-modified-since': 'Wed, 25 Nov 2026 08:10:47 GMT' }, true],
  [{ 'if-modified-since': 'Tue, 24 Nov 2026 08:10:46 GMT' }, false],
  [{ 'if-modified-since': 'yesterday' }, false],
  // a date counts only where no tag is given
  [{ 'if-none-match': '"x"', 'if-modified-since': 'Wed, 25 Nov 2026 08:10:47 GMT' }, false],
] as [Record<string, string>, boolean][])('%j', (asked, expected) => {
  expect(isUnchanged({ headers: new Headers(asked) }, version)).toBe(expected)
})

test('what has just changed has no date, for it may change again within the second', () => {
  const young = { etag: '"abc"', lastModified: new Date() }
  expect(versionHeaders(young)).not.toHaveProperty('last-modified')
  expect(versionHeaders(version)).toHaveProperty('last-modified', 'Tue, 24 Nov 2026 08:10:47 GMT')
  const since = new Headers({ 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() })
  expect(isUnchanged({ headers: since }, young)).toBe(false)
})

test('a tag is of the whole content, part by part', () => {
  expect(etagOf('ab', 'c')).not.toBe(etagOf('a', 'bc'))
  expect(etagOf('a')).toMatch(/^"[\w-]{27}"$/)
})
