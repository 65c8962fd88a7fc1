import { licence, type OpenStudy } from '@/lib/domain/open-data'

/** What stands around the case studies in one document of JSON. */
export type OpenAbout = { title: string; attribution: string; page: string; changedAt: string | null }

/** All of them as one document of JSON, written while they are read. */
export async function* openJson(about: OpenAbout, studies: AsyncIterable<OpenStudy>): AsyncGenerator<string> {
  const { title, attribution, page, changedAt } = about
  const head = JSON.stringify({ title, page, licence: licence.url, attribution, changedAt })
  yield `${head.slice(0, -1)},"caseStudies":[`
  let parting = '\n'
  for await (const study of studies) {
    yield parting + JSON.stringify(study)
    parting = ',\n'
  }
  yield '\n]}\n'
}

/** One on each line, each a document of its own. */
export async function* openJsonLines(studies: AsyncIterable<OpenStudy>): AsyncGenerator<string> {
  for await (const study of studies) yield `${JSON.stringify(study)}\n`
}
