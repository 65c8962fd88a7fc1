import type { Transaction } from '@/lib/db'
import type { TargetKind } from '@/lib/domain/coverage'
import type { OrganisationType } from '@/lib/domain/submission'

/** How many responses the demonstration's leads want: some are reached, some are far from it, some values have none. */
const wanted = {
  all: 120,
  places: {
    Birmingham: 14,
    'Cannock Chase': 6,
    Coventry: 6,
    Dudley: 6,
    Herefordshire: 6,
    Sandwell: 7,
    Shropshire: 5,
    Solihull: 6,
    Tamworth: 5,
    'Telford and Wrekin': 5,
    Walsall: 6,
    Warwickshire: 14,
    Wolverhampton: 7,
    Rugby: 5,
  } as Record<string, number>,
  types: {
    VOLUNTARY: 20,
    FAITH: 14,
    MUTUAL_AID: 10,
    NEIGHBOURHOOD: 12,
    SOCIAL_ENTERPRISE: 14,
  } satisfies Partial<Record<OrganisationType, number>>,
  themes: { 'early-response': 20, freedoms: 20, 'recovery-plans': 20 } as Record<string, number>,
  communities: {
    'Disabled people': 8,
    'LGBTQ+ people': 6,
    'People from Black, Asian and minority ethnic communities': 15,
    'People who are homeless or badly housed': 8,
    'Refugees and people seeking asylum': 8,
  } as Record<string, number>,
}

/** Writes them. `placeKey` finds a place by its name. */
export async function seedTargets(tx: Transaction, callId: string, placeKey: (name: string) => string): Promise<void> {
  const rows = (kind: TargetKind, targets: Record<string, number>) =>
    Object.entries(targets).map(([key, target]) => ({ callId, kind, key, target }))
  const places = Object.fromEntries(Object.entries(wanted.places).map(([name, target]) => [placeKey(name), target]))
  await tx.coverageTarget.createMany({
    data: [
      ...rows('ALL', { '': wanted.all }),
      ...rows('PLACE', places),
      ...rows('TYPE', wanted.types),
      ...rows('THEME', wanted.themes),
      ...rows('COMMUNITY', wanted.communities),
    ],
  })
}
