import { describe, expect, test } from 'vitest'

import { apaReference, bibtex, cslJson, harvardReference, ris, type Citable, type Reference } from './citing'

const study: Citable = {
  slug: 'garden-wall-larders',
  title: 'Garden-wall larders',
  summary: 'Shelves on walls.',
  authors: ['University of Wolverhampton', 'BVSC', 'Coventry University'],
  series: 'Good practice',
  publisher: 'West Midlands Combined Authority',
  publishedOn: '2026-11-03',
  address: 'https://evidence.example/case-studies/garden-wall-larders',
  keywords: ['Early response', 'Food & drink'],
}
const whole = ({ before, title, after }: Reference) => before + title + after

test('APA: who, the day, the title with what it is, publisher, address without a stop', () => {
  expect(whole(apaReference(study))).toBe(
    'University of Wolverhampton, BVSC, & Coventry University. (2026, November 3). Garden-wall larders [Case study]. West Midlands Combined Authority. https://evidence.example/case-studies/garden-wall-larders',
  )
})

test('APA: a group that publishes its own is named once', () => {
  const own = 'BVSC. (2026, November 3). Garden-wall larders [Case study]. https://'
  expect(whole(apaReference({ ...study, authors: ['BVSC'], publisher: 'BVSC' }))).toContain(own)
  expect(whole(apaReference({ ...study, authors: [], publisher: 'BVSC' }))).toContain(own)
})

test('Harvard: who, the year, the title, publisher, address and the day of reading', () => {
  expect(whole(harvardReference(study, '2026-11-24'))).toBe(
    'University of Wolverhampton, BVSC and Coventry University (2026) Garden-wall larders. West Midlands Combined Authority. Available at: https://evidence.example/case-studies/garden-wall-larders (Accessed: 24 November 2026).',
  )
  expect(whole(harvardReference({ ...study, title: 'Who cooks?' }, '2026-11-24'))).toContain('Who cooks? West')
})

test('BibTeX: every brace is closed, organisations are one name each', () => {
  const entry = bibtex(study)
  expect(entry).toMatch(/^@techreport\{garden-wall-larders,\n/)
  expect(entry).toContain('author      = {{University of Wolverhampton} and {BVSC} and {Coventry University}}')
  expect(entry).toContain('month       = nov')
  expect(entry).toContain('url         = {https://evidence.example/case-studies/garden-wall-larders}')
  expect(entry).toContain('keywords    = {Early response, Food \\& drink}')
})

describe('BibTeX: what means something to TeX stands as itself', () => {
  test.each([
    ['50 % & more', '50 \\% \\& more'],
    ['a_b #1 $5', 'a\\_b \\#1 \\$5'],
    ['{open', '\\{open'],
    ['back\\slash ~ ^', 'back\\textbackslash{}slash \\textasciitilde{} \\textasciicircum{}'],
    ['two\nlines', 'two lines'],
    ['“Gŵyl”', '“Gŵyl”'],
  ])('%j', (title, expected) => {
    const entry = bibtex({ ...study, title })
    expect(entry).toContain(`{{${expected}}}`)
    const bare = entry.replace(/\\[{}]/g, '')
    expect(bare.split('{').length).toBe(bare.split('}').length)
  })
})

test('RIS: tags as they are published, TY first, ER last, one line each', () => {
  const record = ris({ ...study, title: 'Two\r\nER  - lines', authors: ['Smith, Jones and Sons'] })
  const lines = record.split('\r\n')
  expect(lines.at(-1)).toBe('')
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
  expect([lines[0], lines.at(-2)]).toEqual(['TY  - RPRT', 'ER  - '])
  expect(lines).toContain('TI  - Two ER - lines')
  expect(lines).toContain('AU  - Smith Jones and Sons')
  expect(lines).toContain('DA  - 2026/11/03/')
  expect(lines.filter(line => line.startsWith('KW'))).toEqual(['KW  - Early response', 'KW  - Food & drink'])
})

test('CSL-JSON: an array of one item of a type that the schema knows', () => {
  expect(JSON.parse(cslJson(study))).toEqual([
    {
      id: 'garden-wall-larders',
      type: 'report',
      genre: 'Case study',
      title: 'Garden-wall larders',
      author: [{ literal: 'University of Wolverhampton' }, { literal: 'BVSC' }, { literal: 'Coventry University' }],
      issued: { 'date-parts': [[2026, 11, 3]] },
      publisher: 'West Midlands Combined Authority',
      'collection-title': 'Good practice',
      abstract: 'Shelves on walls.',
      keyword: 'Early response, Food & drink',
      language: 'en-GB',
      URL: 'https://evidence.example/case-studies/garden-wall-larders',
    },
  ])
})
