import type { Transaction } from '@/lib/db'

const day = 86_400_000

/** What the demonstration's official has gathered: one collection to share, one of her own. */
const collections = [
  {
    name: 'Winter plan: food and care close to home (example)',
    note: 'For the discussion of the winter plan: what was begun within days, by whom, and what it needed from public bodies.',
    shared: true,
    studies: [
      {
        slug: 'garden-wall-larders',
        note: 'The cheapest of these to begin elsewhere. Ask what it cost to keep going.',
      },
      { slug: 'menu-of-the-week', note: 'Those who eat decide what is in the parcel: compare with the larders.' },
      { slug: 'upper-teme-wheels', note: '' },
    ],
  },
  {
    name: 'Money with fewer strings (example)',
    note: '',
    shared: false,
    studies: [{ slug: 'a-grant-without-lines', note: 'Raise with the funders’ group.' }],
  },
]

/** Writes them, and a saved search; `people` has the accounts by their addresses. */
export async function seedCollections(
  tx: Transaction,
  callId: string,
  people: ReadonlyMap<string, { id: string }>,
  now: Date,
): Promise<void> {
  const owner = people.get('staff@wmca.example')
  if (!owner) return
  const found = await tx.caseStudy.findMany({ where: { callId }, select: { id: true, slug: true } })
  const idOf = new Map(found.map(({ id, slug }) => [slug, id]))
  for (const { name, note, shared, studies } of collections) {
    const items = studies.flatMap(({ slug, note: about }, position) => {
      const caseStudyId = idOf.get(slug)
      return caseStudyId ? [{ caseStudyId, position, note: about }] : []
    })
    const sharedAt = shared ? new Date(now.getTime() - day) : null
    await tx.collection.create({ data: { callId, ownerId: owner.id, name, note, sharedAt, items: { create: items } } })
  }
  const search = { name: 'Housing, anywhere', query: 'area=Housing', mailFrom: now }
  await tx.savedSearch.create({ data: { callId, ownerId: owner.id, ...search } })
}
