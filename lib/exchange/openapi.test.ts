import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { licence, openPaths, readOpenQuery, type OpenChoices } from '@/lib/domain/open-data'

import { openApi } from './openapi'

const choices: OpenChoices = {
  places: [{ key: 'dudley' }, { key: 'rugby' }],
  prompts: [{ key: 'early' }],
  lenses: [],
  communities: ['Young people'],
}
const words = { title: 'Case studies', contact: 'call@portal.example', fields: { slug: 'The last part of it.' } }
const made = openApi('https://portal.example', choices, words)

const Schema = z.record(z.string(), z.unknown())
const Parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['query', 'path', 'header']),
  required: z.boolean(),
  description: z.string().min(1),
  schema: Schema,
})
const Answer = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), z.strictObject({ description: z.string(), schema: Schema })).optional(),
  content: z.record(z.string(), z.strictObject({ schema: z.strictObject({ $ref: z.string() }) })).optional(),
})
/** The objects of OpenAPI 3.1 that the description uses, each with nothing that the specification does not have. */
const Document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    description: z.string(),
    contact: z.strictObject({ email: z.email() }),
    license: z.strictObject({ name: z.string(), url: z.url() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  externalDocs: z.strictObject({ description: z.string(), url: z.url() }),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().regex(/^\//),
    z.strictObject({
      get: z.strictObject({
        operationId: z.string().regex(/^\w+$/),
        tags: z.array(z.string()),
        summary: z.string(),
        description: z.string().optional(),
        parameters: z.array(Parameter),
        responses: z.record(z.string().regex(/^[1-5]\d\d$/), Answer),
      }),
    }),
  ),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema) }),
})

describe('the description', () => {
  const document = Document.parse(JSON.parse(JSON.stringify(made)))
  const operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }))

  test('names each operation once, and each parameter of a path', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { path, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter(one => one.in === 'path').map(({ name }) => name)).toEqual(inPath)
      expect(parameters.filter(one => one.in === 'path').every(one => one.required)).toBe(true)
      expect(new Set(parameters.map(one => `${one.in} ${one.name}`)).size).toBe(parameters.length)
    }
  })

  test('points at nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to)
    expect(references.length).toBeGreaterThan(4)
    for (const to of references) expect(Object.keys(document.components.schemas)).toContain(to?.split('/').at(-1))
  })

  test('names the licence, the keys of the call and the words of the data dictionary', () => {
    expect(document.info.license.url).toBe(licence.url)
    const list = operations.find(({ path }) => path === openPaths.api)
    expect(list?.parameters.find(({ name }) => name === 'place')?.schema).toMatchObject({ enum: ['dudley', 'rugby'] })
    expect(list?.parameters.find(({ name }) => name === 'limit')?.schema).toMatchObject({ minimum: 1, maximum: 100 })
    expect(document.components.schemas['CaseStudy']).toMatchObject({
      properties: { slug: { description: 'The last part of it.' } },
    })
  })
})

test.each([
  [{}, { limit: 20 }],
  [
    { limit: '100', place: 'rugby', q: ' food ' },
    { limit: 100, place: 'rugby', q: 'food' },
  ],
  [
    { type: 'mutual-aid', theme: '' },
    { limit: 20, type: 'mutual-aid' },
  ],
])('%j can be asked', (asked, query) => {
  expect(readOpenQuery(asked, choices)).toEqual({ query })
})

test.each([
  [{ place: 'atlantis' }, 'place', /“atlantis”/],
  [{ theme: 'EARLY' }, 'theme', /“EARLY”/],
  [{ community: 'nobody' }, 'community', /“nobody”/],
  [{ lens: 'x' }, 'lens', /“x”/],
  [{ type: 'bank' }, 'type', /“bank”/],
  [{ after: '99_x' }, 'after', /links/],
  [{ limit: '0' }, 'limit', /1 to 100/],
  [{ limit: '101' }, 'limit', /1 to 100/],
  [{ limit: '1.5' }, 'limit', /1 to 100/],
  [{ limit: 'all' }, 'limit', /1 to 100/],
  [{ q: 'x'.repeat(201) }, 'q', /200/],
  [{ plaice: 'dudley' }, 'plaice', /“plaice”/],
  [{ place: ['dudley', 'rugby'] }, 'place', /once/],
  [{ __proto__x: 'a' }, '__proto__x', /filter/],
])('%j is refused by name', (asked, parameter, words) => {
  const read = readOpenQuery(asked, choices)
  expect('problems' in read && read.problems[0]?.parameter).toBe(parameter)
  expect('problems' in read && read.problems[0]?.detail).toMatch(words)
})
