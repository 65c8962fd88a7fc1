/** How many words: runs of anything but white space, as the counter beside the text area counts them too. */
export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0
}

/** How many Unicode code points: what PostgreSQL's `length()` counts. */
export function countCharacters(text: string): number {
  return Array.from(text).length
}
