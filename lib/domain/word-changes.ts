import { diffWordsWithSpace } from 'diff'

/** A stretch of words: in both texts, only in the later one, or only in the earlier one. */
export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }

const longest = 2_000 // ms: two texts that have nothing in common take long to compare

/** How one text became another, word by word. Texts that cannot be compared in time are told as wholes. */
export function changesOf(before: string, after: string): WordChange[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  const found = diffWordsWithSpace(before, after, { timeout: longest })
  if (!found) return [kept('removed', before), kept('added', after)].flat()
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

function kept(kind: WordChange['kind'], text: string): WordChange[] {
  return text ? [{ kind, text }] : []
}
