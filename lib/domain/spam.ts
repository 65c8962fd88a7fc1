/** What speaks for a machine rather than a person. Keys of `suspicionNames`. */
export const suspicions = ['trap', 'instant', 'fast', 'links', 'crowd'] as const
export type Suspicion = (typeof suspicions)[number]

/** Words for the workspace. */
export const suspicionNames: Record<Suspicion, string> = {
  trap: 'A field that people do not see was filled in',
  instant: 'Sent within a second of its beginning',
  fast: 'Sent within five seconds of its beginning',
  links: 'Its answers hold many web addresses',
  crowd: 'Very many were sent from one network within the hour',
}

// A person who pastes prepared answers is fast, and a hall of people is a crowd: neither is held back for that alone.
const weights: Record<Suspicion, number> = { trap: 2, instant: 2, fast: 1, links: 1, crowd: 1 }
const heldBackFrom = 2

const second = 1_000
const fewLinks = 3

/** What is known of a response when it is sent. `crowded`: its network has sent more than its turns. */
type Signs = { trapped: boolean; begunAt: Date; sentAt: Date; texts: readonly string[]; crowded: boolean }

/** What speaks against a response, in the order of the list. */
export function suspicionsOf({ trapped, begunAt, sentAt, texts, crowded }: Signs): Suspicion[] {
  const took = sentAt.getTime() - begunAt.getTime()
  const links = texts.join(' ').match(/\b(?:https?:\/\/|www\.)/giu)?.length ?? 0
  const found: Record<Suspicion, boolean> = {
    trap: trapped,
    instant: took < second,
    fast: took >= second && took < 5 * second,
    links: links > fewLinks,
    crowd: crowded,
  }
  return suspicions.filter(sign => found[sign])
}

/** Whether it waits in the quarantine until somebody has looked. */
export function isHeldBack(found: readonly Suspicion[]): boolean {
  return found.reduce((sum, sign) => sum + weights[sign], 0) >= heldBackFrom
}
