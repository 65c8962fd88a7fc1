import { describe, expect, test } from 'vitest'

import { citedCodings, lengthOfProse, plainText, proseOf, readProse, type Prose } from './prose'

const coding = '0199a0c0-0000-7000-8000-000000000001'
const prose: Prose = [
  { kind: 'heading', text: 'In March' },
  { kind: 'paragraph', text: 'They cooked.', cites: [{ at: 12, coding }] },
  { kind: 'figure', image: coding, width: 3, height: 2, alt: 'A van', caption: 'Our van, full' },
  { kind: 'quotation', text: 'Nobody went hungry 🍲', cites: [{ at: 0, coding }] },
]

describe('prose', () => {
  test('is the paragraphs of a plain text', () => {
    expect(proseOf('One\nline.\r\n\r\n\r\n\r\nTwo. ')).toEqual([
      { kind: 'paragraph', text: 'One\nline.' },
      { kind: 'paragraph', text: 'Two.' },
    ])
    expect(proseOf('  \n\n ')).toEqual([])
  })

  test('reads as words, captions and what pictures show', () => {
    expect(plainText(prose)).toBe('In March\n\nThey cooked.\n\nA van\nOur van, full\n\nNobody went hungry 🍲')
    expect(lengthOfProse([{ kind: 'paragraph', text: '🍲' }])).toBe(1)
  })

  test('names what it cites, each once', () => expect(citedCodings(prose)).toEqual([coding]))

  test('comes back from where it is kept, without what does not belong to it', () => {
    expect(readProse(JSON.parse(JSON.stringify(prose)))).toEqual(prose)
    expect(readProse([{ kind: 'paragraph', text: 'a', html: '<script>' }])).toEqual([{ kind: 'paragraph', text: 'a' }])
    for (const wrong of [
      null,
      'a',
      [{ kind: 'script', text: 'a' }],
      [{ kind: 'figure', image: '../x', width: 3, height: 2, alt: '', caption: '' }],
    ])
      expect(readProse(wrong)).toEqual([])
  })
})
