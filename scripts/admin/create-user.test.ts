import { expect, test } from 'vitest'

import { createUser } from './create-user'

test.each([
  [{ name: 'A', role: 'administrator' }, 'Enter an email address'],
  [{ email: 'nonsense', name: 'A', role: 'administrator' }, /^Enter an email address in the correct format/],
  [{ email: 'a@portal.example', role: 'administrator' }, 'Enter a name'],
  [{ email: 'a@portal.example', name: 'A', role: 'king' }, /^Give a role/],
])('%j is refused with a sentence, before the database is asked', async (given, sentence) => {
  await expect(createUser.run(given)).rejects.toThrow(sentence)
})
