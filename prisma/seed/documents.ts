import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'

import type { Transaction } from '@/lib/db'
import { zipOf } from '@/lib/exchange/zip'
import { keepBytes } from '@/lib/files/take-in'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document that came with a response of the demonstration, paragraph by paragraph. */
const documents = [
  {
    organisation: 'Own Front Door Co-operative (example)',
    name: 'how-the-buying-club-works.docx',
    paragraphs: [
      'How the buying club works: one page for new members',
      'Every second Friday you tell us what you used, not what you think you ought to have used. We count for two days and order on the Monday. Whoever is late gets it in the next round, and nobody is told off.',
      'You pay cost plus 4%. The 4% pays for the van and for the month in which somebody cannot pay. In the first four months three people could not, and none of them had to say so in front of the others.',
      'If your assistant is off sick, ring the list. The person who answers has been there.',
    ],
  },
]

/** Adds the documents, each with its text as the portal would have read it. */
export async function seedDocuments(tx: Transaction, callId: string): Promise<void> {
  for (const { organisation, name, paragraphs } of documents) {
    const { id: submissionId, submittedAt } = await tx.submission.findFirstOrThrow({
      where: { callId, organisationName: organisation },
      select: { id: true, submittedAt: true },
    })
    const bytes = await docxOf(paragraphs)
    const createdAt = submittedAt ?? new Date()
    const file = await tx.storedFile.create({
      data: {
        ...{ submissionId, name, type, createdAt },
        position: 1,
        storageKey: await keepBytes(bytes),
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        text: 'READ',
      },
      select: { id: true },
    })
    const versions = { create: { number: 1, body: paragraphs.join('\n\n'), createdAt } }
    await tx.text.create({
      data: { submissionId, kind: 'DOCUMENT', field: file.id, versions },
      select: { id: true },
    })
  }
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** The least that Word opens. */
function docxOf(paragraphs: string[]): Promise<Buffer> {
  const body = paragraphs.map(each => `<w:p><w:r><w:t xml:space="preserve">${escaped(each)}</w:t></w:r></w:p>`)
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${word}"><w:body>${body.join('')}</w:body></w:document>`,
  }
  const entries = Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) }))
  return buffer(zipOf(entries, []))
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
