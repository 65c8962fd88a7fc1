import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'

import { licence, OpenStudy } from '@/lib/domain/open-data'
import { atomFaults, readAtom } from '@/lib/testing/atom-check'

import { writeAtom, type AtomFeed } from './atom'
import { streamOf } from './open-answer'
import { openColumns, openCsv } from './open-csv'
import { openJson, openJsonLines } from './open-json'
import { mostListed, writeSitemap, writeSitemapIndex } from './sitemap'

const nasty = '=1+1 <script>alert("x")</script> & ]]> \u0001\ud800 “words”,\r\n\tand 🚲'
const section = (text: string) => ({ words: text, blocks: [{ kind: 'paragraph' as const, text, evidenceAt: [] }] })

function study(number: number, changes: Partial<OpenStudy> = {}): OpenStudy {
  return {
    id: `01a20fd3-8a0c-7095-af2e-${String(number).padStart(12, '0')}`,
    slug: `study-${number}`,
    url: `https://portal.example/case-studies/study-${number}`,
    api: `https://portal.example/api/v1/case-studies/study-${number}`,
    call: 'the-call',
    title: `Study ${number}`,
    summary: 'What it tells.',
    organisationName: null,
    organisationType: 'mutual-aid',
    places: [
      { key: 'dudley', name: 'Dudley' },
      { key: 'odd', name: 'Back\\slash | bar' },
    ],
    themes: [{ key: 'early', name: 'Early response' }],
    lenses: [],
    communities: ['Young people', 'a|b'],
    decisionArea: '',
    publishedAt: '2026-11-24T08:10:47.911Z',
    whatHappened: section('They cooked.'),
    whatWasNew: section(''),
    difference: { words: '', blocks: [] },
    learning: section('Ask.'),
    quotation: 'Nobody ate alone.',
    quotationSource: 'A cook',
    licence: licence.url,
    ...changes,
  }
}

async function* all(...studies: OpenStudy[]) {
  for (const one of studies) yield one
}
const bytesOf = async (pieces: AsyncIterable<string>) =>
  new Uint8Array(await new Response(streamOf(pieces)).arrayBuffer())

describe('CSV', () => {
  test('begins with the mark of UTF-8, and every row has every column', async () => {
    const bytes = await bytesOf(openCsv(all(study(1), study(2, { title: nasty, whatHappened: section(nasty) }))))
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' })
    expect(Object.keys(rows[0] ?? {})).toEqual(openColumns.map(({ name }) => name))
    expect(rows.map(row => row['slug'])).toEqual(['study-1', 'study-2'])
    expect(rows[0]?.['communities']).toBe('Young people|a\\|b')
    expect(rows[0]?.['placeKeys']).toBe('dudley|odd')
    expect(rows[0]?.['places']).toBe('Dudley|Back\\\\slash \\| bar')
    expect(rows[0]?.['organisationName']).toBe('')
  })

  test.each(['=1+1', '+44 1902', '-1', '@sum', '\tx', '\rx'])('no spreadsheet takes %j for a formula', async words => {
    const text = new TextDecoder().decode(await bytesOf(openCsv(all(study(1, { title: words, quotation: words })))))
    const [row]: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' })
    expect(row?.['title']).toBe(`'${words}`)
    expect(row?.['quotation']).toBe(`'${words}`)
  })

  test('of nothing is its head', async () => {
    expect(new TextDecoder().decode(await bytesOf(openCsv(all())))).toMatch(/^id,slug,.*licence\r\n$/)
  })
})

describe('JSON', () => {
  const about = { title: 'T', attribution: 'A', page: 'https://portal.example/data', changedAt: null }

  test.each([0, 1, 300])('of %i is one document', async count => {
    const studies = Array.from({ length: count }, (_, at) => study(at, { title: nasty }))
    const document = JSON.parse(new TextDecoder().decode(await bytesOf(openJson(about, all(...studies)))))
    expect(document).toMatchObject({ ...about, licence: licence.url })
    expect(document.caseStudies.map((one: unknown) => OpenStudy.parse(one).slug)).toEqual(studies.map(one => one.slug))
  })

  test('in lines is one document a line', async () => {
    const text = new TextDecoder().decode(
      await bytesOf(openJsonLines(all(study(1, { title: 'a\nb\u2028' }), study(2)))),
    )
    const lines = text.split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map(line => OpenStudy.parse(JSON.parse(line)).slug)).toEqual(['study-1', 'study-2'])
  })
})

describe('Atom', () => {
  const feed: AtomFeed = {
    id: 'urn:uuid:01a20fd3-80fe-708a-84bf-a7d3bd829936',
    title: nasty,
    subtitle: nasty,
    updated: '2026-11-24T08:10:47.911Z',
    authors: [nasty, 'BVSC'],
    attribution: nasty,
    language: 'en',
    links: {
      self: 'https://portal.example/data/case-studies.atom?call=a&after=b',
      first: 'https://portal.example/data/case-studies.atom',
      next: null,
      page: 'https://portal.example/case-studies',
    },
    sections: { whatHappened: nasty, whatWasNew: 'New', difference: 'Difference', learning: 'Learning' },
    studies: [],
  }
  const blocks = [
    { kind: 'heading' as const, text: nasty, evidenceAt: [] },
    ...['one', nasty].map(text => ({ kind: 'bullet' as const, text, evidenceAt: [1] })),
    { kind: 'number' as const, text: 'first', evidenceAt: [] },
    { kind: 'quotation' as const, text: nasty, evidenceAt: [] },
    { kind: 'figure' as const, url: 'https://portal.example/a.jpeg', width: 3, height: 2, alt: nasty, caption: nasty },
  ]
  const studies = [
    study(1),
    study(2, { title: nasty, summary: nasty, organisationName: nasty, whatHappened: { words: nasty, blocks } }),
  ]

  test.each([
    ['of nothing', feed],
    ['of two', { ...feed, studies }],
    ['with a page after it', { ...feed, studies, links: { ...feed.links, next: feed.links.self } }],
  ])('%s is valid', (_, given) => {
    const text = writeAtom(given)
    expect(atomFaults(text)).toEqual([])
    expect(readAtom(text).ids).toEqual(given.studies.map(({ id }) => `urn:uuid:${id}`))
    expect(text).not.toContain('<script')
    expect(text).toContain('<li>one</li>'.repeat(given.studies.length > 0 ? 1 : 0))
  })

  test('what is wrong with a feed is found', () => {
    const wrong = writeAtom({ ...feed, studies: [study(1), study(1, { publishedAt: 'today', url: '/relative' })] })
    const faults = atomFaults(wrong.replace(/<author>[^]*<\/author>/, ''))
    for (const part of ['RFC 3339', 'not absolute', 'one id', 'author']) expect(faults.join('\n')).toContain(part)
    expect(atomFaults('<feed>')).toHaveLength(1)
  })
})

test('a list of pages holds what it may, and no more', () => {
  const pages = Array.from({ length: mostListed }, (_, at) => ({
    url: `https://portal.example/case-studies/${at}?a&b`,
  }))
  const text = writeSitemap(pages)
  expect(text.match(/<url>/g)).toHaveLength(mostListed)
  expect(text).toContain('0?a&amp;b</loc>')
  expect(Buffer.byteLength(text)).toBeLessThan(50 * 1_048_576)
  expect(() => writeSitemap([...pages, { url: 'https://portal.example' }])).toThrow()
  expect(writeSitemapIndex([{ url: 'https://portal.example/sitemap.xml?list=1' }])).toContain('<sitemap><loc>')
})
