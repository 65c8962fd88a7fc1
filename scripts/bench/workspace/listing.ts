import { open } from '@/e2e/http-respondent'
import { listSubmissions } from '@/lib/data/submission-list'
import { emptyFilter, type SubmissionFilter } from '@/lib/domain/submission-filter'
import { floorOf, keepPlan, runFloor, type Floor } from './floors'
import { browserOf } from './researchers'
import { inTurns } from './turns'
import type { Ground } from './ground'

type FloorRow = { what: string; value: string }

/** What somebody asks the list for: as it opens, a word that every fifth has, words that few have together, a phrase. */
const questions: { name: string; q: string }[] = [
  { name: 'newest', q: '' },
  { name: 'common-word', q: 'council' },
  { name: 'rare-words', q: 'allotment library -bakery' },
  { name: 'phrase', q: '"mutual aid"' },
]

const times = 25
const pages = 10

/**
 * The list with its facets: the data function as the server calls it, against one statement that gives the same; then
 * the whole page of a signed-in researcher, against a bare page that asks the database nothing.
 */
export async function measureListing(ground: Ground): Promise<void> {
  const { size, say, researchers, callId, database, stage } = ground
  const [researcher] = researchers
  if (!researcher) throw new Error('There is no researcher.')
  const { viewer } = researcher
  const browser = browserOf(researcher, stage.line(1), 0)
  for (const { name, q } of questions) {
    const filter: SubmissionFilter = { ...emptyFilter, q }
    const list = () => listSubmissions(viewer, callId, filter, {})
    const floor = q ? floorOf('list-search', [callId, viewer.id, q]) : floorOf('list-newest', [callId, viewer.id])
    const { value, floor: bare } = await inTurns(list, () => runFloor(database, floor), times)
    say({ name: `workspace/list-${name}-${size}`, value: value.p50, unit: 'ms', floor: bare.p50 })
    say({ name: `workspace/list-${name}-${size}-p95`, value: value.p95, unit: 'ms', floor: bare.p95 })
    await compare(ground, `list-${name}`, await list(), floor)
    const path = `/workspace/submissions${q ? `?q=${encodeURIComponent(q)}` : ''}`
    const page = async () => {
      const { status } = await open(browser, path)
      if (status !== 200) throw new Error(`${path} answered ${status}.`)
    }
    const shown = await inTurns(page, () => stage.bare.ask({ path: '/', headers: { accept: 'text/html' } }), pages)
    say({ name: `workspace/list-page-${name}-${size}`, value: shown.value.p50, unit: 'ms', floor: shown.floor.p50 })
  }
  await keepPlan(database, floorOf('list-newest', [callId, viewer.id]), size)
  await keepPlan(database, floorOf('list-search', [callId, viewer.id, 'council']), size)
}

/** How many rows of the portal's page the floor has too: the same are wanted. */
async function compare(
  { size, say, database }: Ground,
  name: string,
  listed: { rows: readonly { reference: string }[] } | null,
  floor: Floor,
): Promise<void> {
  const rows = await runFloor<FloorRow>(database, floor)
  const theirs = new Set(rows.flatMap(({ what, value }) => (what === 'row' ? value : [])))
  const ours = listed?.rows ?? []
  const alike = ours.filter(({ reference }) => theirs.has(reference)).length
  say({ name: `workspace/${name}-${size}-rows`, value: alike, unit: 'rows', floor: ours.length })
}
