import { getRedirectError } from 'next/dist/client/components/redirect'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { seeArrived, whereTo } from './arrival'

const led = getRedirectError('/workspace/case-studies/1?view=edit;a', 'push')
const location = { href: 'http://portal/here', assign: vi.fn() }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', { location })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  location.assign.mockClear()
  location.href = 'http://portal/here'
})

test('a redirect of the framework says where it leads; no other fault does', () => {
  expect(whereTo(led)).toBe('/workspace/case-studies/1?view=edit;a')
  expect(whereTo(new Error('NEXT_REDIRECT'))).toBeNull()
  expect(whereTo(Object.assign(new Error('fault'), { digest: '12345' }))).toBeNull()
  expect(whereTo(null)).toBeNull()
})

test('whoever is not led on in some seconds goes there by a plain load', () => {
  seeArrived(led)
  vi.advanceTimersByTime(5_000)
  expect(location.assign).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2_000)
  expect(location.assign).toHaveBeenCalledExactlyOnceWith('/workspace/case-studies/1?view=edit;a')
})

test('whoever came there stays, also after going back at once', () => {
  seeArrived(led)
  vi.advanceTimersByTime(1_000)
  location.href = 'http://portal/workspace/case-studies/1?view=edit;a'
  vi.advanceTimersByTime(1_000)
  location.href = 'http://portal/here'
  vi.advanceTimersByTime(10_000)
  expect(location.assign).not.toHaveBeenCalled()
})

test('nobody is taken anywhere by a fault, or to where they are', () => {
  seeArrived(new Error('refused'))
  seeArrived(getRedirectError('/here', 'push'))
  vi.advanceTimersByTime(10_000)
  expect(location.assign).not.toHaveBeenCalled()
})
