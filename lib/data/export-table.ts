import { codePlaces } from '@/lib/data/code-places'
import { codingTable, commentTable } from '@/lib/data/coding-export'
import { followUpTable } from '@/lib/data/follow-ups'
import { gridTable } from '@/lib/data/grid'
import { codesWithPassages } from '@/lib/data/passage-search'
import { askForWholePassages, passagesIn, passageTable, type PassageView } from '@/lib/data/passages'
import { askForWhole, submissionTable } from '@/lib/data/submission-export'
import type { ExportFilters, ExportTable } from '@/lib/domain/export'
import type { ExportSelection } from '@/lib/domain/export-filter'
import type { PassageFilter } from '@/lib/domain/passage-filter'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

/** What a selection holds for this viewer, as rows: what they may see and nothing else. Null for who may export none. */
export async function openTable(
  viewer: Viewer,
  callId: string,
  selection: ExportSelection,
  { references }: Pick<ExportFilters, 'references'>,
): Promise<ExportTable | null> {
  if (!may(viewer, 'exportSubmissions')) return null
  switch (selection.what) {
    case 'PASSAGES':
      return passageTable(viewer, callId, selection.passages)
    case 'GRID':
      return gridTable(viewer, callId, selection.filter, selection.view)
    case 'FOLLOW_UPS':
      return may(viewer, 'listFollowUps') ? followUpTable(viewer, callId, selection.followUps) : null
    default: {
      const chosen = references.length > 0 ? { references } : { filter: selection.filter }
      if (selection.what === 'SUBMISSIONS') return submissionTable(viewer, callId, chosen)
      const asked = await askForWhole(viewer, callId, chosen)
      return selection.what === 'CODINGS' ? codingTable(asked) : commentTable(asked)
    }
  }
}

/** Passages as a document has them: in the order of reading, or under one code after the other, as the codebook has them. */
export async function openPassages(
  viewer: Viewer,
  callId: string,
  passages: PassageFilter,
  group: ExportFilters['group'],
): Promise<AsyncIterable<PassageView> | null> {
  if (!may(viewer, 'exportSubmissions')) return null
  const asked = await askForWholePassages(viewer, callId, passages)
  if (group === 'submission') return passagesIn(asked)
  const [places, codes] = await Promise.all([codePlaces(callId), codesWithPassages(asked)])
  const inOrder = codes.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
  return (async function* () {
    for (const only of inOrder) yield* passagesIn({ ...asked, only })
  })()
}
