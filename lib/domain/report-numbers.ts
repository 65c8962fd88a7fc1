import type { EditionSection } from './report-edition'
import { freeSlug, slugFrom } from './slug'

type Outlined = { title: string; depth: number; appendix: boolean }

/** What the report's own pages are called: no section is. */
const taken = ['notes', 'editions', 'figures', 'references']

/**
 * Sections in their order with their numbers and addresses: `3`, its part `3.2`; appendices after all others `A`, `A.1`.
 * A part that follows no section of its own stands as a section.
 */
export function numbered<S extends Outlined>(
  sections: readonly S[],
): { section: S; number: string; slug: string; depth: 1 | 2; appendix: boolean }[] {
  const ordered = [...sections.filter(({ appendix }) => !appendix), ...sections.filter(({ appendix }) => appendix)]
  const slugs = new Set(taken)
  const count = { section: 0, appendix: 0, part: 0 }
  return ordered.map(section => {
    const kind = section.appendix ? 'appendix' : 'section'
    const depth = section.depth === 2 && count[kind] > 0 ? 2 : 1
    if (depth === 1) [count[kind], count.part] = [count[kind] + 1, 0]
    else count.part += 1
    const first = section.appendix ? letters(count.appendix) : String(count.section)
    const slug = freeSlug(slugFrom(section.title, kind), slugs)
    slugs.add(slug)
    return { section, number: depth === 1 ? first : `${first}.${count.part}`, slug, depth, appendix: section.appendix }
  })
}

/** 1 is A, 27 is AA. */
function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}

/** As a text says it: "section 3.2", "appendix A". */
export function sectionInText({ number, appendix }: Pick<EditionSection, 'number' | 'appendix'>): string {
  return `${appendix ? 'appendix' : 'section'} ${number}`
}
