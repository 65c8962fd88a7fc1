import type { CitedSpan } from '@/lib/domain/citation'
import type { LinkTarget } from '@/lib/domain/prose'

/** What a section can refer to, and what it cites. `picture` is the address of a figure as it is counted now. */
export type SectionReferences = {
  studies: { id: string; title: string }[]
  works: { id: string; words: string }[]
  sections: { id: string; words: string; title: string }[]
  charts: { id: string; words: string; picture: string }[]
  cited: CitedSpan[]
}

/** What a reference is called in the editor; null where it leads nowhere. */
export function wordsFor(references: SectionReferences, to: LinkTarget, id: string): string | null {
  if (to === 'study') {
    const study = references.studies.find(each => each.id === id)
    return study ? `case study “${study.title}”` : null
  }
  if (to === 'work') return references.works.find(work => work.id === id)?.words ?? null
  if (to === 'section') return references.sections.find(section => section.id === id)?.words ?? null
  const chart = references.charts.find(each => each.id === id)
  return chart ? `figure “${chart.words}”` : null
}
