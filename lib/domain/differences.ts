/** A stretch of a text: in both, or only in this one. */
export type Stretch = { text: string; own: boolean }

const mostWords = 2_500

/** What each of two texts has that the other has not, word by word; all of it for texts too long to compare. */
export function differencesOf(left: string, right: string): { left: Stretch[]; right: Stretch[] } {
  const [a, b] = [wordsOf(left), wordsOf(right)]
  if (a.length > mostWords || b.length > mostWords)
    return { left: [{ text: left, own: left !== right }], right: [{ text: right, own: left !== right }] }
  const common = commonWords(a, b)
  return { left: stretches(a, common.left), right: stretches(b, common.right) }
}

/** Words with the space after them. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+(?:\s+$)?/gu) ?? []
}

const bare = (word: string) => word.trim().toLowerCase()

/** Which words of each belong to their longest common subsequence. */
function commonWords(a: string[], b: string[]): { left: boolean[]; right: boolean[] } {
  const [left, right] = [a.map(() => false), b.map(() => false)]
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        bare(a[i] ?? '') === bare(b[j] ?? '') ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (bare(a[i] ?? '') === bare(b[j] ?? '')) {
      left[i] = right[j] = true
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return { left, right }
}

function stretches(words: string[], common: boolean[]): Stretch[] {
  const found: Stretch[] = []
  for (const [at, word] of words.entries()) {
    const own = common[at] !== true
    const last = found.at(-1)
    if (last?.own === own) last.text += word
    else found.push({ text: word, own })
  }
  return found
}
