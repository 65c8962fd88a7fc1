import type { Transaction } from '@/lib/db'

/** Views of the list that the demonstration's researchers keep: two that all of them see. */
const views = [
  { owner: 'lead@wlv.example', name: 'Coded, to settle', query: 'stage=coded', shared: true },
  { owner: 'researcher@bvsc.example', name: 'May be telephoned, not begun', query: 'stage=new&call=yes', shared: true },
]

/** Writes them; `people` has the accounts by their addresses. */
export async function seedViews(
  tx: Transaction,
  callId: string,
  people: ReadonlyMap<string, { id: string }>,
): Promise<void> {
  for (const { owner, ...view } of views) {
    const person = people.get(owner)
    if (person) await tx.savedView.create({ data: { ...view, callId, ownerId: person.id } })
  }
}
