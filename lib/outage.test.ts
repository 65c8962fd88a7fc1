import { describe, expect, test } from 'vitest'

import { isOutOfReach, isUnreadablePost } from './outage'

function fault(name: string, message: string, given: { code?: string; stack?: string } = {}): Error {
  return Object.assign(new Error(message), { name, ...given })
}

describe('a database that is out of reach for the moment', () => {
  test.each([
    [fault('PrismaClientKnownRequestError', 'x', { code: 'P1001' }), true],
    [fault('PrismaClientKnownRequestError', 'x', { code: 'P2024' }), true],
    [fault('DriverAdapterError', 'x', { code: 'ECONNREFUSED' }), true],
    [fault('Error', 'Connection terminated unexpectedly'), true],
    [new Error('wrapped', { cause: fault('Error', 'x', { code: '57P01' }) }), true],
    [fault('PrismaClientKnownRequestError', 'Unique constraint failed', { code: 'P2002' }), false],
    [fault('TypeError', 'x is not a function'), false],
    ['a string', false],
  ])('%s', (error, away) => {
    expect(isOutOfReach(error)).toBe(away)
  })
})

describe('a post that cannot be read', () => {
  const next = '    at tI (/portal/node_modules/next/dist/compiled/next-server/app-page-turbo.runtime.prod.js:15:70523)'
  test.each([
    [
      'thrown by Next alone',
      ['    at JSON.parse (<anonymous>)', next, '    at process.x (node:internal/process/a:95:5)'],
      true,
    ],
    [
      'waited for by our own code',
      [
        next,
        '    at process.processTicksAndRejections (node:internal/a:95:5)',
        '    at async m (/portal/.next/server/a.js:1:1)',
      ],
      true,
    ],
    ['thrown by our own code', [next, '    at saveStep (/portal/.next/server/chunks/ssr/a.js:1:1)'], false],
    [
      'thrown by a package that our code called',
      ['    at a (/portal/node_modules/@prisma/client/b.js:1:1)', next],
      false,
    ],
    ['thrown by nobody knows whom', [], false],
  ])('%s', (_told, places, unreadable) => {
    expect(isUnreadablePost(fault('SyntaxError', 'x', { stack: ['SyntaxError: x', ...places].join('\n') }))).toBe(
      unreadable,
    )
  })
})
