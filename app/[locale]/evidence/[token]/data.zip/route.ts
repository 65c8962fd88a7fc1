import { Readable } from 'node:stream'

import { answerWithCopy, copyOf } from '@/app/[locale]/evidence/[token]/own-copy'
import { dataOf } from '@/app/[locale]/evidence/[token]/own-data'
import { openEvidenceFile } from '@/lib/data/files'
import { keptAbout } from '@/lib/data/kept-about'
import { copyAsHtml } from '@/lib/exchange/evidence-copy'
import { zipOf } from '@/lib/exchange/zip'

/** The same data with the files that were added, also those that a correction took away, packed while it is sent. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/evidence/[token]/data.zip'>) {
  const { token } = await params
  return answerWithCopy(token, { type: 'application/zip', ending: 'zip' }, async evidence => {
    const [kept, copy] = await Promise.all([keptAbout(token), copyOf(evidence)])
    const texts = [
      { name: 'data.json', bytes: Buffer.from(dataOf(evidence, kept)) },
      { name: 'copy.html', bytes: Buffer.from(copyAsHtml(copy)) },
    ]
    const packed = (folder: string) => (file: { id: string; name: string }, index: number) => ({
      name: `${folder}/${index + 1} ${file.name}`,
      open: async () => (await openEvidenceFile(token, file.id))?.stream ?? null,
    })
    const removed = (kept?.removedFiles ?? []).filter(({ id }) => !evidence.files.some(file => file.id === id))
    const files = [...evidence.files.map(packed('files')), ...removed.map(packed('removed files'))]
    return Readable.toWeb(zipOf(texts, files)) as ReadableStream
  })
}
