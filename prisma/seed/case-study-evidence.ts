import { Readable } from 'node:stream'

import type { Transaction } from '@/lib/db'
import { proseFields, writtenOf, type ProseField } from '@/lib/domain/case-study'
import { wordBlock, type Block, type Prose } from '@/lib/domain/prose'
import { lengthOf } from '@/lib/domain/span'
import { takePictureFrom } from '@/lib/files/picture-files'
import type { DemonstrationCaseStudy } from './demonstration/entry'
import { pictures } from './demonstration/pictures'
import type { Names } from './names'
import { placeOf } from './passages'

type Of = { id: string; submissionId: string; authorId: string; sentAt: Date }

/** Lets passages of a case study cite the words that they rest on, each coded by its author, and puts its picture in. */
export async function seedEvidence(tx: Transaction, names: Names, caseStudy: DemonstrationCaseStudy, of: Of) {
  const { cites = [], picture } = caseStudy
  if (cites.length === 0 && !picture) return
  const row = await tx.caseStudy.findUniqueOrThrow({ where: { id: of.id } })
  const { whatHappened, whatWasNew, difference, learning } = writtenOf(row)
  const sections: Record<ProseField, Prose> = { whatHappened, whatWasNew, difference, learning }
  for (const cite of cites) sections[cite.field] = await cited(tx, names, sections[cite.field], cite, of)
  if (picture) sections.whatHappened = await pictured(tx, sections.whatHappened, picture, of)
  for (const field of proseFields)
    await tx.caseStudy.update({ where: { id: of.id }, data: { [field]: sections[field] }, select: { id: true } })
}

type Cite = NonNullable<DemonstrationCaseStudy['cites']>[number]

async function cited(tx: Transaction, names: Names, prose: Prose, cite: Cite, of: Of): Promise<Prose> {
  const { start, end, textVersionId } = await placeOf(tx, of.submissionId, cite.words, cite.in)
  const { id: coding } = await tx.coding.create({
    data: {
      submissionId: of.submissionId,
      codeId: names.code(cite.code),
      personId: of.authorId,
      textVersionId,
      spanStart: start,
      spanEnd: end,
      createdAt: new Date(of.sentAt.getTime() + 48 * 3_600_000),
    },
    select: { id: true },
  })
  const at = prose.findIndex(block => block.kind !== 'figure' && block.text.includes(cite.after))
  const block = prose[at]
  if (block?.kind === undefined || block.kind === 'figure') throw new Error(`Nothing reads “${cite.after}”.`)
  const place = lengthOf(block.text.slice(0, block.text.indexOf(cite.after) + cite.after.length))
  return prose.with(at, wordBlock(block.kind, block.text, [...(block.cites ?? []), { at: place, coding }]))
}

type Pictured = NonNullable<DemonstrationCaseStudy['picture']>

async function pictured(
  tx: Transaction,
  prose: Prose,
  { name, after, alt, caption }: Pictured,
  of: Of,
): Promise<Prose> {
  const taking = await takePictureFrom(Readable.from([await pictures[name]()]))
  if (!taking.ok) throw new Error(`The picture ${name} could not be drawn: ${taking.fault}.`)
  const { width, height, files } = taking.picture
  const { id: image } = await tx.picture.create({
    data: { caseStudyId: of.id, addedById: of.authorId, width, height, files: { create: files } },
    select: { id: true },
  })
  const at = prose.findIndex(block => block.kind !== 'figure' && block.text.includes(after))
  const figure: Block = { kind: 'figure', image, width, height, alt, caption }
  return prose.toSpliced(at + 1, 0, figure)
}
