/** Where the parts of an edition are: on pages of their own, or all on one. */
export type EditionAddresses = {
  /** `at`: the id of a block there; empty for the section itself. */
  section: (slug: string, at?: string) => string
  note: (n: number) => string
  work: (id: string) => string
  /** The picture of a figure. */
  figure: (number: number, ending: 'svg' | 'png' | 'csv') => string
}

/** Of the newest edition: each section on a page of its own, its notes at its foot. */
export const pagesOfReport: EditionAddresses = {
  section: (slug, at = '') => `/report/${slug}${at && `#${at}`}`,
  note: n => `#note-${n}`,
  work: id => `/report/references#work-${id}`,
  figure: (number, ending) => `/report/figures/${number}.${ending}`,
}

/** Of an edition that stands on one page. Ids of blocks are told apart by their section's. */
export const onOnePage = (figure: EditionAddresses['figure']): EditionAddresses => ({
  section: (slug, at = '') => `#${at ? blockId(slug, at, true) : slug}`,
  note: n => `#note-${n}`,
  work: id => `#work-${id}`,
  figure,
})

/** The id of a block. Figures and tables are counted through the whole edition, so theirs stands by itself. */
export function blockId(slug: string, at: string, whole: boolean): string {
  return whole && /^[ph]\d/.test(at) ? `${slug}-${at}` : at
}
