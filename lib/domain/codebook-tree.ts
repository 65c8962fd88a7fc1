/** How many codes stand one under the other at most: themes, subjects, and what they are made of. */
export const mostDepth = 5

/** A code in use, as far as its place goes. `position` is among those under the same parent. */
export type TreeCode = { id: string; parentId: string | null; position: number; name: string }

/** With how deep it stands (1 on top) and the names above it, from the top. */
export type InTree<C> = C & { depth: number; path: string[] }

/** Where a code is to stand: under which parent (null: on top), and before how many of its new siblings. */
export type Place = { parentId: string | null; index: number }

export const steps = ['up', 'down', 'in', 'out'] as const
/** One step by keyboard: among its siblings, under the one before it, or out to where its parent stands. */
export type Step = (typeof steps)[number]

export const sides = ['before', 'after', 'under'] as const
/** Where it is dropped by pointer: beside another code or under it. */
export type Drop = { side: (typeof sides)[number]; targetId: string }

/** Why a code cannot stand there. */
export type PlaceFault = 'gone' | 'circle' | 'deep'

export const placeFaults: Record<PlaceFault, string> = {
  gone: 'The code that it should stand under is not in use any more.',
  circle: 'A code cannot stand under itself or under one of its own codes.',
  deep: `Codes stand at most ${mostDepth} deep. Choose a place further up.`,
}

const inOrder = (a: TreeCode, b: TreeCode) => a.position - b.position || a.name.localeCompare(b.name, 'en')

/** The codes under a parent in their order, without one of them if it is named. */
export function siblingsOf<C extends TreeCode>(codes: readonly C[], parentId: string | null, exceptId?: string): C[] {
  return codes.filter(code => code.parentId === parentId && code.id !== exceptId).toSorted(inOrder)
}

/** All codes as they are read: each followed by those under it. One whose parent is not among them stands on top. */
export function treeOf<C extends TreeCode>(codes: readonly C[]): InTree<C>[] {
  const known = new Set(codes.map(code => code.id))
  const under = new Map<string | null, C[]>()
  for (const code of codes) {
    const parentId = code.parentId && known.has(code.parentId) ? code.parentId : null
    under.set(parentId, [...(under.get(parentId) ?? []), code])
  }
  const list = (parentId: string | null, path: string[]): InTree<C>[] =>
    (under.get(parentId) ?? [])
      .toSorted(inOrder)
      .flatMap(code => [{ ...code, depth: path.length + 1, path }, ...list(code.id, [...path, code.name])])
  return list(null, [])
}

/** How deep a code stands, 1 on top; 0 for no code. */
export function depthOf(codes: readonly TreeCode[], id: string | null): number {
  return id === null ? 0 : chainOf(codes, id).length
}

/** How many codes stand one under the other below a code; 0 where none does. */
export function heightUnder(codes: readonly TreeCode[], id: string): number {
  const children = codes.filter(code => code.parentId === id)
  return children.reduce((most, child) => Math.max(most, 1 + heightUnder(codes, child.id)), 0)
}

/** Whether a code stands under another, however deep. */
export function standsUnder(codes: readonly TreeCode[], id: string, aboveId: string): boolean {
  return chainOf(codes, id).slice(1).includes(aboveId)
}

/** What is wrong with putting a code, with all under it, under a parent. Null where it may stand there. */
export function placeFault(codes: readonly TreeCode[], id: string, parentId: string | null): PlaceFault | null {
  if (parentId === null) return null
  if (!codes.some(code => code.id === parentId)) return 'gone'
  if (parentId === id || standsUnder(codes, parentId, id)) return 'circle'
  return depthOf(codes, parentId) + 1 + heightUnder(codes, id) > mostDepth ? 'deep' : null
}

/** Where one step leads; null where there is nowhere to go. */
export function stepPlace(codes: readonly TreeCode[], id: string, step: Step): Place | null {
  const code = codes.find(one => one.id === id)
  if (!code) return null
  const siblings = siblingsOf(codes, code.parentId)
  const at = siblings.findIndex(one => one.id === id)
  const before = siblings[at - 1]
  const parent = codes.find(one => one.id === code.parentId)
  switch (step) {
    case 'up':
      return before ? { parentId: code.parentId, index: at - 1 } : null
    case 'down':
      return at < siblings.length - 1 ? { parentId: code.parentId, index: at + 1 } : null
    case 'in':
      return before ? { parentId: before.id, index: siblingsOf(codes, before.id).length } : null
    case 'out':
      return parent ? { parentId: parent.parentId, index: afterOf(codes, parent, id) } : null
  }
}

/** Where a drop leads; null where the other code is not in use, or it is dropped on itself. */
export function dropPlace(codes: readonly TreeCode[], id: string, { side, targetId }: Drop): Place | null {
  const target = codes.find(code => code.id === targetId)
  if (!target || targetId === id) return null
  if (side === 'under') return { parentId: target.id, index: siblingsOf(codes, target.id, id).length }
  const after = afterOf(codes, target, id)
  return { parentId: target.parentId, index: side === 'after' ? after : after - 1 }
}

/** What a button or a drop sends: `<code>:up`, or `<code>:under:<other code>`. Null where it is neither. */
export function readMove(text: string): { codeId: string; move: Step | Drop } | null {
  const [, codeId, word, targetId] = moveShape.exec(text) ?? []
  if (!codeId) return null
  const step = steps.find(one => one === word)
  if (step) return targetId ? null : { codeId, move: step }
  const side = sides.find(one => one === word)
  return side && targetId ? { codeId, move: { side, targetId } } : null
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const moveShape = new RegExp(`^(${uuid}):([a-z]+)(?::(${uuid}))?$`)

function afterOf(codes: readonly TreeCode[], other: TreeCode, exceptId: string) {
  return siblingsOf(codes, other.parentId, exceptId).findIndex(one => one.id === other.id) + 1
}

/** A code and those above it, from below. Ends also where a fault had made a circle of them. */
function chainOf(codes: readonly TreeCode[], id: string): string[] {
  const parents = new Map(codes.map(code => [code.id, code.parentId]))
  const chain: string[] = []
  for (let at: string | null = id; at && !chain.includes(at); at = parents.get(at) ?? null) chain.push(at)
  return chain
}
