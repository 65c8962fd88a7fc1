import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import fs from 'node:fs/promises'
import { ZipFile } from 'yazl'

import type { ManifestLine } from '@/lib/domain/export'

/** What became of a part: the ending of its name. */
export type Written = { ending: 'zip' | 'xlsx' | 'docx' }

/** Lines of a text and, in a second file beside it, what it is: as a ZIP that is written while its lines are read. */
export async function writeLines(
  part: string,
  { name, lines, manifest }: { name: string; lines: AsyncIterable<string>; manifest: () => ManifestLine[] },
  signal: AbortSignal,
): Promise<Written> {
  const entries = async function* () {
    yield { name, content: Readable.from(lines, { objectMode: false }) }
    // last, for only now is it known how many rows there are
    yield { name: 'about.txt', content: Readable.from([Buffer.from(asText(manifest()))]) }
  }
  await pack(part, entries(), signal)
  return { ending: 'zip' }
}

/** One office file as it is, or several in a ZIP. Each is made when its turn comes, and forgotten before the next. */
export async function writeOffice(
  part: string,
  { name, ending, files }: { name: string; ending: 'xlsx' | 'docx'; files: AsyncGenerator<Buffer> },
  signal: AbortSignal,
): Promise<Written> {
  const first = await files.next()
  if (first.done) throw new Error('There is always one file, be it empty.')
  const second = await files.next()
  if (second.done) {
    await fs.writeFile(/* turbopackIgnore: true */ part, first.value, { signal })
    return { ending }
  }
  const entries = async function* () {
    let number = 1
    const entry = (bytes: Buffer) => ({ name: `${name}-${number++}.${ending}`, content: Readable.from([bytes]) })
    yield entry(first.value)
    yield entry(second.value)
    for await (const bytes of files) yield entry(bytes)
  }
  await pack(part, entries(), signal)
  return { ending: 'zip' }
}

/** Some at a time, as one file holds them: at least one group, the last may be empty. */
export async function* inGroups<T>(rows: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  let group: T[] = []
  let given = false
  for await (const row of rows) {
    if (group.length === most) {
      yield group
      given = true
      group = []
    }
    group.push(row)
  }
  if (group.length > 0 || !given) yield group
}

function asText(manifest: readonly ManifestLine[]): string {
  return `\ufeff${manifest.map(({ label, text }) => `${label}: ${text}\r\n`).join('')}`
}

async function pack(
  part: string,
  entries: AsyncIterable<{ name: string; content: Readable }>,
  signal: AbortSignal,
): Promise<void> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const fill = async () => {
    for await (const { name, content } of entries) {
      // what was read goes nowhere any more once the disk is full or nobody wants it
      const stop = () => content.destroy(new Error('The file is not written any more.'))
      if (output.destroyed) stop()
      output.once('close', stop)
      zip.addReadStream(content, name)
      await finished(content, { writable: false })
      output.off('close', stop)
    }
    zip.end()
  }
  const filled = fill().catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  const [written, read] = await Promise.allSettled([
    pipeline(output, createWriteStream(/* turbopackIgnore: true */ part), { signal }),
    filled,
  ])
  if (read.status === 'rejected' && !signal.aborted && written.status === 'rejected') throw written.reason
  for (const each of [written, read]) if (each.status === 'rejected') throw each.reason
}
