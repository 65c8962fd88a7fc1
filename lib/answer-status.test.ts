import { expect, test } from 'vitest'

import { noteStatus, takeNotedStatus } from './answer-status'

test('a status is noted for one request and taken once', () => {
  noteStatus('a', 410)
  expect(takeNotedStatus('b')).toBeNull()
  expect(takeNotedStatus('a')).toBe(410)
  expect(takeNotedStatus('a')).toBeNull()
})

test('notes that nobody takes do not keep later ones out', () => {
  for (let index = 0; index < 10_001; index++) noteStatus(`left-${index}`, 404)
  noteStatus('later', 410)
  expect(takeNotedStatus('later')).toBe(410)
  expect(takeNotedStatus('left-0')).toBeNull()
})
