import * as z from 'zod/mini'

import { licence, OpenList, openPaths, openQuery, OpenStudy, Problem, type OpenChoices } from '@/lib/domain/open-data'

/** What the description needs beside the schemas: the words of the data dictionary, by the name of a field. */
export type ApiWords = { title: string; contact: string; fields: Readonly<Record<string, string>> }

type Schema = { [key: string]: unknown }

/** The description of the read API, made from the schemas that read what is asked and shape what is answered. */
export function openApi(origin: string, choices: OpenChoices, words: ApiWords) {
  const schemas = {
    CaseStudyList: schemaOf(OpenList, words),
    CaseStudy: schemaOf(OpenStudy, words),
    Problem: schemaOf(Problem, words),
  }
  const conditions = ['If-None-Match', 'If-Modified-Since'].map(name => ({
    name,
    in: 'header',
    required: false,
    description: 'The ETag or the Last-Modified of the answer that you have. Unchanged, it is answered with 304.',
    schema: { type: 'string' },
  }))
  return {
    openapi: '3.1.1',
    info: {
      title: words.title,
      version: '1.0.0',
      description:
        'Every published case study, for reading. No key is needed. What is taken back is gone at the same moment: keep ' +
        'no copy longer than you need, and ask again with its ETag.',
      contact: { email: words.contact },
      license: { name: licence.short, url: licence.url },
    },
    servers: [{ url: origin }],
    externalDocs: { description: 'Licence, data dictionary and files', url: origin + openPaths.page },
    tags: [{ name: 'case studies', description: 'What is published, as it is published.' }],
    paths: {
      [openPaths.api]: {
        get: {
          operationId: 'listCaseStudies',
          tags: ['case studies'],
          summary: 'The case studies that match, the youngest first',
          description:
            'Pages follow each other by key: follow `next`, or the `Link` header with `rel="next"`, until there is none. ' +
            'None is left out or told twice because another is published meanwhile.',
          parameters: [...parametersOf(choices), ...conditions],
          responses: {
            200: answer('A page of them', 'CaseStudyList', { ...versionHeaders, Link: linkHeader }),
            304: { description: 'You have this page already.' },
            400: problem('A filter or value does not exist. `problems` names it.'),
          },
        },
      },
      [`${openPaths.api}/{slug}`]: {
        get: {
          operationId: 'readCaseStudy',
          tags: ['case studies'],
          summary: 'A case study, whole',
          parameters: [
            {
              name: 'slug',
              in: 'path',
              required: true,
              description: words.fields['slug'] ?? '',
              schema: { type: 'string' },
            },
            ...conditions,
          ],
          responses: {
            200: answer('The case study', 'CaseStudy', versionHeaders),
            304: { description: 'You have it already.' },
            308: { description: 'It has another address now, which `Location` names.' },
            404: problem('None was ever published at this address.'),
            410: problem('It was published, and has been taken back.'),
          },
        },
      },
    },
    components: { schemas },
  }
}

const versionHeaders = {
  ETag: { description: 'Of these very bytes.', schema: { type: 'string' } },
  'Last-Modified': { description: 'When a case study was last published or taken back.', schema: { type: 'string' } },
}
const linkHeader = { description: 'The page after, where there is one: RFC 8288.', schema: { type: 'string' } }

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

function answer(description: string, schema: string, headers: Schema) {
  return { description, headers, content: { 'application/json': { schema: reference(schema) } } }
}

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: reference('Problem') } } }
}

const meanings: Record<string, string> = {
  call: 'The slug of a call. Without it: the current one, whose keys are listed here.',
  q: 'Words that it must hold, "phrases in quotation marks", or -words that it must not hold. 200 characters at most.',
  place: 'Where it happened: the key of a place. What lies within it counts.',
  theme: 'The key of a theme.',
  lens: 'The key of a lens.',
  community: 'Whom the organisation serves.',
  type: 'The kind of organisation.',
  after: 'Where the page before ended. Follow the links, and never make one up.',
  limit: 'How many on a page.',
}

function parametersOf(choices: OpenChoices) {
  const { properties = {} } = z.toJSONSchema(openQuery(choices), { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    description: meanings[name] ?? '',
    schema,
  }))
}

function schemaOf(schema: z.core.$ZodType, { fields }: ApiWords): Schema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input', // what is answered may grow: readers must not refuse what they don't know
    override: ({ jsonSchema }) => {
      for (const [name, property] of Object.entries(jsonSchema.properties ?? {})) {
        const words = fields[name]
        if (words && typeof property === 'object') property.description ??= words
      }
    },
  })
  return made
}
