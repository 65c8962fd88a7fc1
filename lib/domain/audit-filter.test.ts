import { expect, test } from 'vitest'

import { readAuditFilter } from './audit-filter'

test('what PostgreSQL cannot hold is left out of the address of the trail', () => {
  expect(
    readAuditFilter({ thing: '\u0000', action: 'a\u0000b', person: 'x', day: ['2026-11-23', '2026-11-24'] }),
  ).toEqual({
    filter: { action: 'ab' },
    range: {},
  })
})
