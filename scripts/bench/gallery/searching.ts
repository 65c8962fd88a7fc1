import { readPage, readRelease } from '@/lib/data/gallery'
import type { GalleryFilter } from '@/lib/domain/gallery-filter'
import type { Figure } from '@/scripts/bench/figure'
import type { Stage } from '@/scripts/bench/stage'
import { floorOf, runFloor } from '@/scripts/bench/workspace/floors'
import { inTurns, timed } from '@/scripts/bench/workspace/turns'

const everything: GalleryFilter = {
  search: 'food volunteers',
  promptKey: 'early-response',
  placeKeys: ['birmingham', 'dudley', 'coventry'],
  organisationType: 'VOLUNTARY',
  lensKey: 'innovation',
}

/** What readers ask for: as the gallery opens, a word that many have, words that few have, filters alone, all together. */
const questions: Record<string, GalleryFilter> = {
  newest: {},
  'common-word': { search: 'people' },
  'two-words': { search: 'food volunteers' },
  phrase: { search: '"three mornings"' },
  filters: { ...everything, search: undefined },
  everything,
  titles: { sort: 'title' },
}

/** The search with its facets as the server calls it, uncached, against one statement that ranks and counts; then a case study with those like it. */
export async function measureSearching(
  { database }: Stage,
  { callId, size }: { callId: string; size: number },
  say: (figure: Figure) => void,
): Promise<void> {
  for (const [name, filter] of Object.entries(questions)) {
    const { search = null, promptKey = null, placeKeys = null, organisationType = null } = filter
    const floor = floorOf('gallery-search', [callId, search, promptKey, placeKeys, organisationType])
    const { value, floor: bare } = await inTurns(
      () => readPage('public', callId, filter),
      () => runFloor(database, floor),
      40,
    )
    say({ name: `gallery/search-${name}-${size}-p50`, value: value.p50, unit: 'ms', floor: bare.p50 })
    say({ name: `gallery/search-${name}-${size}-p95`, value: value.p95, unit: 'ms', floor: bare.p95 })
    const page = await readPage('public', callId, filter)
    say({ name: `gallery/search-${name}-${size}-found`, value: page.count, unit: 'case studies' })
  }
  const times: number[] = []
  for (let turn = 0; turn < 20; turn += 1)
    times.push(await timed(() => readRelease('public', `synthetic-case-study-${Math.floor((size * (turn + 1)) / 22)}`)))
  const [, , ...warm] = times.toSorted((one, other) => one - other)
  say({ name: `gallery/case-study-uncached-${size}-p50`, value: warm[Math.floor(warm.length / 2)] ?? 0, unit: 'ms' })
}
