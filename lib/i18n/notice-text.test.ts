import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'

import { noticeVersion } from '@/lib/domain/consent'
import { noticeText } from './notice-text'

const bodies = { partners: ['Wolverhampton', 'BVSC'], commissioner: 'Combined Authority', contactEmail: 'a@b.example' }

test('the notice reads as plain text, with who is responsible and where to write', () => {
  const text = noticeText(bodies)
  expect(text).toMatch(/^Privacy notice\n\nIn short\n\n• We collect/)
  expect(text).toContain('• BVSC')
  expect(text).toContain('a@b.example')
  expect(text).not.toMatch(/<|>|\{|\}/)
})

// Whoever changes a word of the notice has to change its version too, and then this test.
test('the version belongs to these words', () => {
  const print = createHash('sha256').update(noticeText(bodies)).digest('hex').slice(0, 12)
  expect({ version: noticeVersion, print }).toEqual({ version: '2026-11-24', print: '58ab661fb2d8' })
})
