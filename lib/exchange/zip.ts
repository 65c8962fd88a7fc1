import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

type WholeEntry = { name: string; bytes: Buffer }
/** `open` answers null where there is nothing (any more): the entry is then left out. */
type StreamedEntry = { name: string; open: () => Promise<Readable | null> }

/** A ZIP that is written while it is read: texts first, then one file after another, none of them whole in memory. */
export function zipOf(texts: WholeEntry[], files: StreamedEntry[]): NodeJS.ReadableStream & Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  for (const { name, bytes } of texts) zip.addBuffer(bytes, name)
  const addFiles = async () => {
    for (const { name, open } of files) {
      const stream = await open()
      if (!stream) continue
      stream.on('error', error => output.destroy(error))
      output.once('close', () => stream.destroy()) // whoever fetched it hung up
      zip.addReadStream(stream, name, { compress: false })
      await new Promise<void>((resolve, reject) => stream.once('end', resolve).once('error', reject))
    }
    zip.end()
  }
  addFiles().catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))))
  return output
}
