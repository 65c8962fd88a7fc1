import { expect, test } from 'vitest'

import { NewPerson } from './account'

test('the address of an account is kept in small letters, without what cannot be seen', () => {
  const parsed = NewPerson.parse({ email: ' New\u0000@Portal.example', name: 'New', role: 'ADMINISTRATOR' })
  expect(parsed.email).toBe('new@portal.example')
})
