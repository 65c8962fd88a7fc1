import { existingIn, writeCodes } from '@/lib/data/codebook-exchange'
import type { Transaction } from '@/lib/db'
import { mostCodes, planImport, readWords, type FileCode } from '@/lib/domain/codebook-import'
import { mostDepth } from '@/lib/domain/codebook-tree'
import type { ThingOf } from '@/lib/domain/exchange'
import { cutText, normaliseLine, normaliseText } from '@/lib/domain/text-normal'
import { codeHex, nearestColour } from '@/lib/exchange/codebook-colours'
import { undescribeCode } from '@/lib/exchange/codebook-qdc'

/** The codes of a file as this codebook can hold them, with what that changed. `retired`: those in the set of that name. */
export function fitCodes(codes: readonly ThingOf<'code'>[], retired: ReadonlySet<string>) {
  const losses = new Map<string, number>()
  const lose = (what: string) => losses.set(what, (losses.get(what) ?? 0) + 1)
  const names = new Map<string, string>()
  const paths = new Map<string, string[]>()
  const taken = new Set<string>()
  const fitted = codes.map((code, index): FileCode => {
    const out = retired.has(code.guid)
    const wanted = normaliseLine(code.name) || 'A code without a name'
    const above = code.parent ? names.get(code.parent) : undefined
    let name = cutText(wanted, 100)
    if (name !== wanted || wanted !== code.name) lose('Names of codes that are written otherwise here')
    const doubled = !out && taken.has(name.toLowerCase())
    for (let turn = 1; !out && taken.has(name.toLowerCase()); turn += 1) {
      const beside = turn === 1 && above ? ` (${above})` : ` (${turn})`
      name = `${cutText(wanted, 100 - Math.min(50, beside.length))}${cutText(beside, 50)}`
    }
    if (doubled) lose('Codes of the same name under different ones: the later get their parent’s name too')
    if (!out) taken.add(name.toLowerCase())
    names.set(code.guid, name)
    const whole = code.parent ? [...(paths.get(code.parent) ?? []), names.get(code.parent) ?? ''] : []
    const path = whole.slice(0, mostDepth - 1)
    if (path.length < whole.length) lose(`Codes that stand more than ${mostDepth} deep: they move up`)
    paths.set(code.guid, path)
    const colour = code.colour === null ? null : (nearestColour(code.colour) ?? 1)
    if (code.colour && !codeHex.some(own => own === code.colour?.toUpperCase()))
      lose('Colours of codes: each becomes the most similar of twelve')
    if (!code.codable) lose('Codes that were folders become ordinary codes')
    if (code.notes.length > 0) lose('Notes on codes')
    const said = undescribeCode(code.description)
    const cut = Object.fromEntries(
      Object.entries(said).map(([field, text]) => {
        const normal = normaliseText(text)
        if (normal.length > 2_000) lose('Descriptions of codes beyond 2,000 characters')
        return [field, cutText(normal, 2_000)]
      }),
    )
    const at = `Code ${index + 1} (“${name}”)`
    const { words } = readWords(at, { name, colour, ...cut })
    return { at, id: code.guid, path: out ? [] : path, retired: out, words }
  })
  return { fitted, losses }
}

/** What a file's codes come to here: which are new, and which are here already and stay as they are. */
export async function planCodes(tx: Transaction, callId: string, fitted: FileCode[]) {
  const plan = planImport(await existingIn(tx, callId), fitted)
  const added = plan.codes.filter(({ kind }) => kind === 'add')
  const faults =
    fitted.length > mostCodes ? [`This file has more than ${mostCodes.toLocaleString('en-GB')} codes.`] : []
  return {
    codes: plan.codes,
    added,
    differ: plan.codes.filter(({ kind }) => kind === 'change').length,
    joined: plan.codes.filter(({ codeId, fileId }) => codeId !== null && codeId !== fileId).length,
    // what stays as it is cannot be at fault
    faults: [...faults, ...(added.length > 0 ? plan.faults : [])],
  }
}

/** Adds what is new. Answers by the file's GUIDs which code is meant; of one that was merged, where it went. */
export async function writeProjectCodes(
  tx: Transaction,
  viewer: { id: string },
  callId: string,
  fitted: FileCode[],
): Promise<{ codeOf: Map<string, string>; added: number }> {
  const { codes, added } = await planCodes(tx, callId, fitted)
  const ids = await writeCodes(tx, viewer, callId, { added, changed: [] })
  const merged = await tx.code.findMany({
    where: { callId, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  })
  const into = new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]))
  const codeOf = new Map<string, string>()
  for (const { codeId, ref, fileId } of codes) {
    let id = codeId ?? ids.get(ref)
    for (let step = 0; id && into.has(id) && step < 50; step += 1) id = into.get(id)
    if (id && fileId) codeOf.set(fileId, id)
  }
  return { codeOf, added: added.length }
}
