import { expect, test } from 'vitest'

import { readReportProse, tidyReportProse } from './report-prose'

const id = '00000000-0000-4000-8000-000000000001'

test('a text that begins with a reference keeps the space after it, and its other places', () => {
  const text = ' shows it, and so does .'
  const links = [
    { at: 0, to: 'chart' as const, id },
    { at: 23, to: 'section' as const, id },
  ]
  const kept = tidyReportProse(readReportProse([{ kind: 'paragraph', text, links }]))
  expect(kept).toEqual([{ kind: 'paragraph', text, links }])
  expect(tidyReportProse(readReportProse(kept))).toEqual(kept)
})

test('without one it begins with a word', () => {
  expect(readReportProse([{ kind: 'paragraph', text: '  Food. ' }])).toEqual([{ kind: 'paragraph', text: 'Food.' }])
})
