import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

// What tests look for in documents that we make.

/** Every file in a ZIP, by its name. */
export async function unzip(file: Buffer): Promise<Record<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(file, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const parts: Record<string, string> = {}
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        const bytes: Buffer[] = []
        stream.on('data', (part: Buffer) => bytes.push(part))
        stream.on('end', () => {
          parts[entry.fileName] = Buffer.concat(bytes).toString('utf8')
          zip.readEntry()
        })
      })
    })
    zip.on('end', () => resolve(parts))
    zip.readEntry()
  })
}

/** A PDF's own objects and its streams, as far as they are no pictures. */
export function opened(file: Buffer): string {
  const raw = file.toString('latin1')
  const inside = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream ?? '', 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return raw + inside.join('')
}

/** Whether that program is there. */
export const hasReader = spawnSync('pdftotext', ['-v']).error === undefined

/** The words of a PDF, read by another program. */
export function wordsOf(pdf: Buffer): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'document-'))
  fs.writeFileSync(path.join(folder, 'document.pdf'), pdf)
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', path.join(folder, 'document.pdf'), '-'], {
    encoding: 'utf8',
  })
  fs.rmSync(folder, { recursive: true })
  return text.replace(/\s+/g, ' ')
}
