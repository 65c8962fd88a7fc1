import * as z from 'zod/mini'

import { countCharacters } from './text-count'
import { normaliseLine, normaliseText } from './text-normal'

type Asked = {
  /** Begins the sentence about its length. */
  name: string
  /** In Unicode code points. */
  most: number
  /** What to say when it is empty; without it, it may be. */
  missing?: string
}

function text({ name, most, missing }: Asked, normalise: (typed: string) => string) {
  const tooLong = `${name} must be ${most.toLocaleString('en-GB')} characters or less`
  return z.pipe(
    z.pipe(z._default(z.string(missing ?? `Enter ${name.toLowerCase()}`), ''), z.transform(normalise)),
    z.string().check(
      z.refine(kept => !missing || kept.length > 0, missing ?? ''),
      z.refine(kept => countCharacters(kept) <= most, tooLong),
    ),
  )
}

/** One line that staff type, as it is kept. */
export function lineInput(asked: Asked) {
  return text(asked, normaliseLine)
}

/** Several lines that staff type, as they are kept. */
export function paragraphsInput(asked: Asked) {
  return text(asked, normaliseText)
}
