/** What a search asks for beside what it must not find. */
export type SearchWords = {
  /** Whether it asks for anything, and does not only exclude. */
  wanted: boolean
  /** The excluded words and phrases as a search that finds any of them; empty where there are none. */
  excluded: string
  /** Its words without signs, for comparing with names; empty where they are no name: phrases, or with `-words`. */
  name: string
}

/** Reads a search as `websearch_to_tsquery` does: words, `"phrases"`, `or`, and `-` before what must not be there. */
export function searchWords(q: string): SearchWords {
  const parts = [...q.matchAll(/(-?)"([^"]*)"?|(-?)(\S+)/g)].map(([, minus, phrase, minusWord, word]) => ({
    minus: Boolean(minus || minusWord),
    text: (phrase ?? word ?? '').trim(),
    phrase: phrase !== undefined,
  }))
  const said = parts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const excluded = said.filter(({ minus }) => minus).map(({ text, phrase }) => (phrase ? `"${text}"` : text))
  const plain = excluded.length === 0 && said.every(({ phrase }) => !phrase)
  const name = plain ? said.map(({ text }) => text).join(' ') : ''
  return {
    wanted: said.length > excluded.length,
    excluded: excluded.join(' or '),
    name: name.length >= 4 ? name : '',
  }
}

/** What stands before and after a found word in an excerpt: for private use, so that no text of a person holds them. */
export const markStart = '\ue000'
export const markEnd = '\ue001'

/** An excerpt in pieces, the found words marked. It is shown as text: nothing in it is taken for markup. */
export function markedPieces(excerpt: string): { text: string; found: boolean }[] {
  return excerpt
    .split(markStart)
    .flatMap((part, index) => {
      const [inside = '', ...rest] = index === 0 ? ['', part] : part.split(markEnd)
      return [
        { text: inside, found: true },
        { text: rest.join('').replaceAll(markEnd, ''), found: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
