import { Readable } from 'node:stream'

import { answerWithCopy, copyOf } from '@/app/[locale]/evidence/[token]/own-copy'
import { dataOf } from '@/app/[locale]/evidence/[token]/own-data'
import { openEvidenceFile } from '@/lib/data/files'
import { copyAsHtml } from '@/lib/exchange/evidence-copy'
import { zipOf } from '@/lib/exchange/zip'

/** The same data with the files that were added, packed while it is sent. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/evidence/[token]/data.zip'>) {
  const { token } = await params
  return answerWithCopy(token, { type: 'application/zip', ending: 'zip' }, async evidence => {
    const [data, copy] = await Promise.all([dataOf(token, evidence), copyOf(evidence)])
    const texts = [
      { name: 'data.json', bytes: Buffer.from(data) },
      { name: 'copy.html', bytes: Buffer.from(copyAsHtml(copy)) },
    ]
    const files = evidence.files.map(({ id, name }, index) => ({
      name: `files/${index + 1} ${name}`,
      open: async () => (await openEvidenceFile(token, id))?.stream ?? null,
    }))
    return Readable.toWeb(zipOf(texts, files)) as ReadableStream
  })
}
