import { Readable } from 'node:stream'

import { describe, expect, test } from 'vitest'

import { exchangeLimits as limits, type ProjectThing } from '@/lib/domain/exchange'

import { readProject } from './qdpx-read'

const guid = (last: number) => `dddddddd-0000-4000-8000-${String(last).padStart(12, '0')}`
const project = (inner: string) =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="x">${inner}</Project>`

/** What is wrong with a project that is given in pieces, and what it holds. */
async function read(...pieces: (string | Buffer)[]): Promise<{ fault: string; things: ProjectThing[] }> {
  const learned = { origin: '', faults: [] as string[], losses: new Map<string, number>() }
  const things: ProjectThing[] = []
  const file = {
    project: async () => Readable.from(pieces.map(piece => Buffer.from(piece))),
    source: async () => null,
    close: () => undefined,
  }
  try {
    for await (const thing of readProject(file, learned)) things.push(thing)
  } catch (error) {
    learned.faults.push(error instanceof Error ? error.message : '')
  }
  return { fault: learned.faults.join('\n'), things }
}

const code = (name: string) =>
  `<CodeBook><Codes><Code guid="${guid(1)}" name="${name}" isCodable="true"/></Codes></CodeBook>`
const source = (text: string) =>
  `<Sources><TextSource guid="${guid(2)}" name="S"><PlainTextContent>${text}</PlainTextContent></TextSource></Sources>`
const described = (text: string) =>
  `<Cases><Case guid="${guid(3)}" name="C"><Description>${text}</Description></Case></Cases>`
const deep = (depth: number) => '<a>'.repeat(depth - 1) + '</a>'.repeat(depth - 1)

describe('the most of something is taken, and one more is refused with a sentence', () => {
  test.each([
    ['elements in one another', limits.depth, deep, /^Line 1: elements stand more than 40 deep in one another\.$/],
    [
      'letters of a name',
      limits.attribute,
      (most: number) => code('x'.repeat(most)),
      /^Line 1: “name” is longer than is taken in\.$/,
    ],
    [
      'characters of a text',
      limits.textCharacters,
      (most: number) => source('x'.repeat(most)),
      /^Line 1: the source “S” is longer than 1,000,000 characters\.$/,
    ],
    [
      'letters in one element',
      limits.words,
      (most: number) => described('x'.repeat(most)),
      /^Line 1: a text is longer than is taken in\.$/,
    ],
  ] as const)('%s', async (_, most, made, sentence) => {
    expect((await read(project(made(most)))).fault).toBe('')
    expect((await read(project(made(most + 1)))).fault).toMatch(sentence)
  })

  test('characters count as people count them, not as they are stored', async () => {
    const { fault, things } = await read(project(source('🍲'.repeat(500_000))))
    expect(fault).toBe('')
    expect(things).toHaveLength(1)
  })

  test('of what is wrong, the first hundred are said', async () => {
    const wrong = '<Code name="x" isCodable="true"/>'.repeat(limits.faults + 1)
    const { fault } = await read(project(`<CodeBook><Codes>${wrong}</Codes></CodeBook>`))
    expect(fault.split('\n')).toHaveLength(limits.faults)
  })
})

test('a project that is cut in the middle of a letter is read; one that ends there is refused', async () => {
  const bytes = Buffer.from(project(code('Café')))
  const cut = bytes.indexOf(0xa9)
  const whole = await read(bytes.subarray(0, cut), bytes.subarray(cut))
  expect(whole).toMatchObject({ fault: '', things: [{ kind: 'code', name: 'Café' }] })
  expect((await read(bytes.subarray(0, cut))).fault).toBe('The project is not in UTF-8.')
  expect((await read(bytes.subarray(0, cut - 3))).fault).toMatch(/not well-formed|unclosed/i)
})
