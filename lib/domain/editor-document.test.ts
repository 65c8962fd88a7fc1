import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { fromEditor, reportFromEditor, toEditor } from './editor-document'
import { linkTargets, tidyProse, wordKinds, type Prose } from './prose'
import { tidyReportProse, type ReportProse } from './report-prose'
import { normaliseLine, normaliseText } from './text-normal'

const [one, two] = ['0199a0c0-0000-7000-8000-000000000001', '0199a0c0-0000-7000-8000-000000000002']

const words = fc.record({
  kind: fc.constantFrom(...wordKinds),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(normaliseText).filter(Boolean),
  cites: fc.array(fc.record({ at: fc.nat(45), coding: fc.constantFrom(one, two) }), { maxLength: 4 }),
})
const figure = fc.record({
  kind: fc.constant('figure' as const),
  image: fc.constant(one),
  width: fc.integer({ min: 1, max: 3_000 }),
  height: fc.integer({ min: 1, max: 3_000 }),
  alt: fc.string().map(normaliseLine),
  caption: fc.string().map(normaliseLine),
})
const anyProse: fc.Arbitrary<Prose> = fc
  .array(fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: figure }), { maxLength: 12 })
  .map(tidyProse)

const referring = fc
  .tuple(
    words,
    fc.array(fc.record({ at: fc.nat(45), to: fc.constantFrom(...linkTargets), id: fc.constantFrom(one, two) }), {
      maxLength: 4,
    }),
  )
  .map(([block, links]) => ({ ...block, links }))
const chart = fc.record({
  kind: fc.constant('chart' as const),
  chart: fc.constant(one),
  caption: fc.string().map(normaliseLine),
})
const anySection: fc.Arbitrary<ReportProse> = fc
  .array(fc.oneof({ weight: 6, arbitrary: referring }, { weight: 1, arbitrary: chart }), { maxLength: 12 })
  .map(tidyReportProse)

test('a section of the report comes back from the editor as it went in', () => {
  fc.assert(
    fc.property(anySection, section => {
      expect(reportFromEditor(toEditor(section))).toEqual(section)
    }),
  )
})

describe('a text in the editor', () => {
  test('comes back as it went in', () => {
    fc.assert(
      fc.property(anyProse, prose => {
        expect(fromEditor(toEditor(prose))).toEqual(prose)
      }),
    )
  })

  test('has one list for items that follow each other, and an empty line where there is nothing', () => {
    const { content } = toEditor([
      { kind: 'bullet', text: 'One' },
      { kind: 'bullet', text: 'Two' },
      { kind: 'number', text: 'First' },
    ])
    expect(content?.map(({ type, content: items }) => [type, items?.length])).toEqual([
      ['bulletList', 2],
      ['orderedList', 1],
    ])
    expect(toEditor([])).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [] }] })
    expect(fromEditor(toEditor([]))).toEqual([])
  })

  test('keeps its citations at their words when spaces around them go', () => {
    const cite = { type: 'cite', attrs: { coding: one } }
    const paragraph = (...content: object[]) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: content as never }],
    })
    const typed = (text: string) => ({ type: 'text', text })
    expect(fromEditor(paragraph(typed('  They'), cite, typed(' cooked. '), cite))).toEqual([
      {
        kind: 'paragraph',
        text: 'They cooked.',
        cites: [
          { at: 4, coding: one },
          { at: 12, coding: one },
        ],
      },
    ])
    expect(fromEditor(paragraph(typed('e'), typed('\u0301!'), cite))).toEqual([
      { kind: 'paragraph', text: 'é!', cites: [{ at: 2, coding: one }] },
    ])
  })

  test('loses nodes that prose has no block for', () => {
    const content = [
      { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
      { type: 'paragraph', content: [{ type: 'text', text: ' ' }] },
      { type: 'figure', attrs: {} },
    ]
    expect(fromEditor({ type: 'doc', content })).toEqual([])
  })
})
