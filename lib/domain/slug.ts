import { bareLetters } from './text-normal'

/** A last part of an address, `a-z`, digits and single hyphens, at most 70 characters, cut at a word. `otherwise` where nothing is left. */
export function slugFrom(title: string, otherwise: string): string {
  const words = bareLetters(title)
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > 70) break
    slug = longer
  }
  return slug || words[0]?.slice(0, 70) || otherwise
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug
  for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`
  return free
}
