import { once } from 'node:events'
import fs from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { open, type Entry, type ZipFile } from 'yauzl'

import { exchangeLimits as limits } from '@/lib/domain/exchange'

/** What is wrong with a file, in a sentence for the person who chose it. Nothing of it is taken in then. */
export class ProjectFault extends Error {}

/** A project on the disk: its XML, and the bytes of the sources that it names. Close it whatever comes of it. */
export type ProjectFile = {
  project(): Promise<Readable>
  /** Null where the file holds none of that name. */
  source(name: string): Promise<Buffer | null>
  close(): void
}

const mega = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

/** Opens a `.qdpx`, or a bare `project.qde`. Names in the zip are compared and never used as paths. */
export async function openProject(path: string): Promise<ProjectFile> {
  const { size } = await fs.stat(/* turbopackIgnore: true */ path)
  if (size > limits.fileBytes) throw new ProjectFault(`This file is larger than ${mega(limits.fileBytes)}.`)
  const handle = await fs.open(/* turbopackIgnore: true */ path, 'r')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
  if (bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004') {
    await handle.close()
    return openZip(path)
  }
  const first = buffer
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/\0/g, '')
  if (!/^\s*</.test(first)) {
    await handle.close()
    throw new ProjectFault('This is neither a REFI-QDA project (.qdpx, a zip) nor one of its parts (.qde, .qdc).')
  }
  return {
    project: async () => handle.createReadStream({ autoClose: true, end: limits.projectBytes }),
    source: async () => null,
    close: () => void handle.close().catch(() => undefined),
  }
}

async function openZip(path: string): Promise<ProjectFile> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, opened) =>
      error ? reject(new ProjectFault('This zip is damaged: its list of contents cannot be read.')) : resolve(opened),
    ),
  )
  try {
    const entries = await listEntries(zip)
    const project = entries.get('project.qde')
    if (!project) throw new ProjectFault('This zip holds no “project.qde”, so it is no REFI-QDA project.')
    checkSize(project, limits.projectBytes)
    let all = 0
    for (const entry of entries.values()) if (/\.txt$/i.test(entry.fileName)) all += entry.uncompressedSize
    if (all > limits.allTextBytes) throw tooMuchText()
    let read = 0
    return {
      project: () => streamOf(zip, project),
      source: async name => {
        const entry = entries.get(`sources/${name.toLowerCase()}`)
        if (!entry) return null
        checkSize(entry, limits.textBytes)
        // a project may name one file a thousand times
        read += entry.uncompressedSize
        if (read > limits.allTextBytes) throw tooMuchText()
        const chunks: Buffer[] = []
        for await (const chunk of await streamOf(zip, entry)) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
        return Buffer.concat(chunks)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

const tooMuchText = () =>
  new ProjectFault(`The texts of this file are larger than ${mega(limits.allTextBytes)} together.`)

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries)
    throw new ProjectFault(`This zip holds more than ${limits.entries.toLocaleString('en-GB')} files.`)
  const entries = new Map<string, Entry>()
  zip.on('entry', (entry: Entry) => {
    const name = entry.fileName.toLowerCase()
    if (entries.has(name)) zip.emit('error', new ProjectFault(`This zip holds “${entry.fileName}” twice.`))
    entries.set(name, entry)
    zip.readEntry()
  })
  const ended = once(zip, 'end')
  zip.readEntry()
  await ended.catch((error: unknown) => {
    if (error instanceof ProjectFault) throw error
    const said = error instanceof Error ? error.message : ''
    if (/path|characters in fileName/.test(said))
      throw new ProjectFault('This zip holds a file whose name leads out of it. It was not opened any further.')
    throw new ProjectFault('This zip is damaged: its list of contents cannot be read.')
  })
  return entries
}

function checkSize(entry: Entry, most: number): void {
  const { fileName, uncompressedSize: size, compressedSize: packed } = entry
  if (entry.generalPurposeBitFlag & 1) throw new ProjectFault(`“${fileName}” is encrypted. Save it without a password.`)
  if (size > most) throw new ProjectFault(`“${fileName}” is larger than ${mega(most)}.`)
  if (size > 1024 * 1024 && size > packed * limits.ratio)
    throw new ProjectFault(
      `“${fileName}” is more than ${limits.ratio} times larger than in the zip, which no text is. It was not opened.`,
    )
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(new ProjectFault(`“${entry.fileName}” cannot be read: the zip is damaged.`)) : resolve(stream),
    ),
  )
}
