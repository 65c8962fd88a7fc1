import type { CodingsView, SpanView } from '@/lib/data/coding-list'
import type { Span } from '@/lib/domain/span'

/** What somebody did to a coding, as it is sent. A `make` chooses the id, so that it can be sent twice and made once. */
export type CodingDeed =
  | ({ kind: 'make'; codingId: string; textVersionId: string; codeId: string; memo: string; at: string } & Span)
  | { kind: 'remove' | 'putBack'; codingId: string }
  | { kind: 'memo'; codingId: string; memo: string }

/** A deed and what undoes it. */
export type Reversible = { done: CodingDeed; undone: CodingDeed }

type Mine = { id: string; name: string; team: string }

/** What is shown: what the server said last, and on top of it what was done here and is not in it yet. */
export function withDeeds(view: CodingsView, deeds: readonly CodingDeed[], me: Mine): CodingsView {
  if (deeds.length === 0) return view
  const spans = new Map(view.spans.map(span => [span.id, span]))
  const known = new Map(spans)
  for (const deed of deeds) {
    if (deed.kind === 'make') known.set(deed.codingId, spanOf(deed, me))
    const span = known.get(deed.codingId)
    if (deed.kind === 'remove') spans.delete(deed.codingId)
    else if (span) spans.set(deed.codingId, deed.kind === 'memo' ? { ...span, memo: deed.memo } : span)
  }
  return { ...view, spans: [...spans.values()], people: { ...view.people, [me.id]: me } }
}

function spanOf(deed: Extract<CodingDeed, { kind: 'make' }>, me: Mine): SpanView {
  const { codingId, textVersionId, codeId, memo, start, end, at } = deed
  const kept = { agreed: false, mine: true, createdAt: at, checkedAt: null, personId: me.id }
  return { id: codingId, textVersionId, codeId, memo, start, end, ...kept }
}

/** Where a deed goes, and what is sent there. */
export function requestOf(reference: string, deed: CodingDeed): { path: string; body: object } {
  if (deed.kind === 'make') {
    const { codingId: id, textVersionId, codeId, start, end, memo } = deed
    return { path: '/api/workspace/codings', body: { id, reference, textVersionId, codeId, start, end, memo } }
  }
  const change = deed.kind === 'memo' ? { memo: deed.memo } : { removed: deed.kind === 'remove' }
  return { path: `/api/workspace/codings/${deed.codingId}`, body: { reference, ...change } }
}
