import type { CodeView } from '@/lib/data/codes'
import type { ThreadView } from '@/lib/data/comments'
import type { Viewer } from '@/lib/domain/person'

import type { CodeChoice, Remark } from './coding-context'

/** Who codes, as others see them. */
export function meOf({ id, name, team }: Viewer) {
  return { id, name, team: team?.short ?? '' }
}

export function choicesOf(codes: CodeView[]): CodeChoice[] {
  return codes.map(({ id, name, path, colour, definition, definedAt, retired }) => ({
    id,
    name,
    path: path.join(' › '),
    colour,
    definition,
    definedAt: definedAt.toISOString(),
    retired,
  }))
}

/** The words that open threads are about. */
export function remarksOf(threads: ThreadView[]): Remark[] {
  return threads.flatMap(({ id, span, resolved }) =>
    span && !resolved ? [{ id, versionId: span.textVersionId, start: span.start, end: span.end }] : [],
  )
}
