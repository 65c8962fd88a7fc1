import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { sentencesOf } from './sentences'
import { lengthOf, textOf } from './span'

const read = (text: string) => sentencesOf(text).map(span => textOf(text, span))

describe('the sentences of a text', () => {
  test.each([
    ['', []],
    ['  \n ', []],
    ['We cooked. They ate!  Who paid?', ['We cooked.', 'They ate!', 'Who paid?']],
    ['One line\nAnother line', ['One line', 'Another line']],
    ['\n\n First. \n\nSecond, at 3.30 p.m. on a day', ['First.', 'Second, at 3.30 p.m. on a day']],
    ['🍲🍲 for all. 👩🏽‍🍳 Came. Done', ['🍲🍲 for all.', '👩🏽‍🍳 Came.', 'Done']],
  ])('of %j', (text, sentences) => {
    expect(read(text)).toEqual(sentences)
  })

  test('follow each other, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.array(fc.constantFrom('. ', '\n', 'A', ' b', '! ', '🍲')),
        (a, b) => {
          const text = a + b.join('')
          const spans = sentencesOf(text)
          let at = 0
          for (const { start, end } of spans) {
            expect(textOf(text, { start: at, end: start }).trim()).toBe('')
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(textOf(text, { start: at, end: lengthOf(text) }).trim()).toBe('')
        },
      ),
    )
  })
})
