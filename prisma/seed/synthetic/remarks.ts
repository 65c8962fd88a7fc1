import type { Chance } from './chance'
import type { Crew } from './crew'
import { sentence } from './language'
import type { SyntheticResponse, SyntheticText } from './response'
import type { Sample } from './sample'
import { spanOf, stretch } from './story'

/** A comment on a response, or on words of it, or an answer to one. */
export type Remark = {
  id: string
  parentId: string | null
  authorId: string
  textVersionId: string | null
  spanStart: number | null
  spanEnd: number | null
  body: string
  held: boolean
  createdAt: Date
  resolvedAt: Date | null
  resolvedById: string | null
  /** Whom it names: told and seen long ago, so that no mail waits. */
  mentions: string[]
}

type Given = { response: SyntheticResponse; writers: readonly string[]; held: boolean; from: Date }

const hour = 3_600_000
const nowhere = { textVersionId: null, spanStart: null, spanEnd: null }

/** The threads on a response. While two code it blind only they write, and it is held back. */
export function remarksOn(
  sample: Sample,
  crew: Crew,
  chance: Chance,
  { response, writers, held, from }: Given,
): Remark[] {
  const threads = chance.happens(0.7) ? 1 + (chance.happens(0.2) ? 1 : 0) : 0
  return Array.from({ length: threads }, (_, index) => index).flatMap(index => {
    const at = from.getTime() + (3 + index * 2) * hour + chance.below(hour)
    const authorId = chance.pick(writers)
    const answerer = held ? authorId : chance.pick(crew.researchers).id
    const resolved = !held && chance.happens(0.4)
    const thread: Remark = {
      id: chance.id(at),
      parentId: null,
      authorId,
      ...(chance.happens(0.3) ? placeOf(chance, chance.pick(response.texts)) : nowhere),
      body: bodyBy(sample, chance),
      held,
      createdAt: new Date(at),
      resolvedAt: resolved ? new Date(at + 5 * hour) : null,
      resolvedById: resolved ? authorId : null,
      mentions: !held && answerer !== authorId && chance.happens(0.3) ? [answerer] : [],
    }
    if (!chance.happens(0.3)) return [thread]
    const answer: Remark = {
      ...thread,
      ...nowhere,
      id: chance.id(at + hour),
      parentId: thread.id,
      authorId: answerer,
      body: bodyBy(sample, chance),
      createdAt: new Date(at + hour),
      resolvedAt: null,
      resolvedById: null,
      mentions: [],
    }
    return [thread, answer]
  })
}

function bodyBy(sample: Sample, chance: Chance): string {
  const sentences = Array.from({ length: 1 + chance.below(3) }, () => sentence(sample.remarks, chance).join(' '))
  return sentences.join(' ')
}

function placeOf(chance: Chance, { versionId, story }: SyntheticText) {
  const { first, last } = stretch(story, chance)
  return { textVersionId: versionId, ...spanOf(story, first, last) }
}
