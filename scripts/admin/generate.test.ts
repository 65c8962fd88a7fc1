import { expect, test } from 'vitest'

import { generate } from './generate'

test.each([
  [{}, 'Say how many'],
  [{ submissions: 'many' }, 'Say how many'],
  [{ submissions: '0' }, 'Say how many'],
  [{ submissions: '200001' }, 'Say how many'],
  [{ submissions: '10', seed: '-1' }, 'Give a seed'],
  [{ submissions: '10', seed: '32768' }, 'Give a seed'],
])('%j is refused with a sentence, before the database is asked', async (given, sentence) => {
  await expect(generate.run(given)).rejects.toThrow(sentence)
})
