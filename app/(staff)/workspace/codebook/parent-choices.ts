import type { CodeView } from '@/lib/data/codes'
import { mostDepth } from '@/lib/domain/codebook-tree'

/** Codes in use as a list to choose from, each set in by how deep it stands. */
export function codeChoices(codes: CodeView[]) {
  return codes.map(code => ({ value: code.id, label: '\u2003'.repeat(code.depth - 1) + code.name }))
}

/** Where a code may stand: on top, or under a code that is not too deep already. */
export function parentChoices(codes: CodeView[]) {
  return [{ value: '', label: 'Nothing: at the top' }, ...codeChoices(codes.filter(code => code.depth < mostDepth))]
}
