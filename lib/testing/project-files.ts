import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { validateXML } from 'xmllint-wasm'
import { ZipFile } from 'yazl'

import { workOnExchange } from '@/lib/data/exchange-work'
import { confirmImport, getExchange, keepProject, openExport, startExport } from '@/lib/data/exchange-runs'
import { db } from '@/lib/db'
import type { ProjectThing } from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { readProject } from '@/lib/exchange/qdpx-read'
import { openProject } from '@/lib/exchange/qdpx-zip'
import { newPart } from '@/lib/files/part'
import { value } from '@/lib/testing/case-study-deeds'

/** Where the published schemas and the samples of other programs lie. */
export const samples = path.resolve('../shared/reference/refi-qda')
/** They are not part of the project: what needs them is passed over where they are not beside it. */
export const samplesAreThere = existsSync(samples)

/** What xmllint has against a file; empty where it is valid. */
export async function schemaFaults(xml: string, schema: 'Project' | 'Codebook'): Promise<string[]> {
  const contents = await readFile(path.join(samples, `${schema}.xsd`), 'utf8')
  const { errors } = await validateXML({ xml: [{ fileName: 'file.xml', contents: xml }], schema: [contents] })
  return errors.map(({ message }) => message)
}

/** A zip with these files. */
export function zipWith(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** The bytes of a call's whole project. */
export async function exported(viewer: Viewer, callId: string): Promise<Buffer> {
  const { id } = value(await startExport(viewer, { id: callId, slug: 'call' }))
  await workOnExchange(id)
  const file = await openExport(viewer, callId, id)
  if (!file) throw new Error('There is no file.')
  return buffer(file.stream)
}

/** Reads a file as far as its preview. */
export async function looked(viewer: Viewer, callId: string, bytes: Buffer) {
  const part = newPart()
  await writeFile(part, bytes)
  const { id } = value(await keepProject(viewer, callId, { part, name: 'a.qdpx', bytes: bytes.length }))
  await workOnExchange(id)
  const run = await getExchange(viewer, callId, id)
  if (!run?.report) throw new Error(`It was not read: ${run?.status}`)
  return { ...run, report: run.report }
}

/** Imports a file whole, its users kept as names unless they are known. */
export async function imported(viewer: Viewer, callId: string, bytes: Buffer, people: Record<string, string> = {}) {
  const run = await looked(viewer, callId, bytes)
  if (run.report.faults.length > 0) throw new Error(run.report.faults.join('\n'))
  value(await confirmImport(viewer, callId, { id: run.id, people }))
  await workOnExchange(run.id)
  const after = await getExchange(viewer, callId, run.id)
  if (after?.status !== 'DONE' || !after.report) throw new Error(`It was not imported: ${after?.status}`)
  return { ...after, report: after.report }
}

/** All things of a file, and what is wrong with it beyond its schema. */
export async function thingsOf(bytes: Buffer): Promise<{ things: ProjectThing[]; faults: string[]; xml: string }> {
  const part = newPart()
  await writeFile(part, bytes)
  const learned = { origin: '', faults: [] as string[], losses: new Map<string, number>() }
  const file = await openProject(part)
  const things: ProjectThing[] = []
  for await (const thing of readProject(file, learned)) things.push(thing)
  const xml = (await buffer(await file.project())).toString('utf8')
  file.close()
  return { things, faults: learned.faults, xml }
}

/** The same project, whatever the order of what has none. */
export function normal(things: readonly ProjectThing[]): unknown[] {
  const plain = (thing: unknown): unknown => {
    if (Array.isArray(thing))
      return thing.map(plain).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (thing === null || typeof thing !== 'object') return thing
    return Object.fromEntries(Object.entries(thing).map(([key, each]) => [key, plain(each)]))
  }
  return plain(things) as unknown[]
}

/** Takes everything of a call away but the call itself and its people. */
export async function emptyProject(): Promise<void> {
  await db.$executeRaw`TRUNCATE "Submission", "Code", "ExchangeRun" CASCADE`
}
