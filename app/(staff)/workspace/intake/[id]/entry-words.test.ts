import { expect, test } from 'vitest'

import { entryWords } from './entry-words'

test('the stories of an entry say how many words they can have', () => {
  const { count } = entryWords()
  expect(count.limit).toBe('You can use up to {count} words')
  expect(count.left).toEqual({ one: 'You have {count} word left', other: 'You have {count} words left' })
  expect(count.over).toEqual({ one: 'You have {count} word too many', other: 'You have {count} words too many' })
})
