/** Refusals are values: a sentence for the person, and sentences for single fields by their names. */
export type Refusal = {
  ok: false
  message: string
  fields?: Record<string, string[] | undefined>
  /** What somebody else saved meanwhile, where two people changed the same thing. */
  conflict?: Conflict
  /** What was asked for is not there or not theirs, which is the same answer: routes say it as 404. */
  missing?: true
  /** The session has ended: a form offers to sign in and to come back to its page. */
  signedOut?: true
}

/** What each of two people wrote, field by field, for the second to choose from. `version` is the one now saved. */
export type Conflict = { version: number; changes: { label: string; theirs: string; yours: string }[] }

/** What an action or a data function answers. Faults are not values: they throw. */
export type Result<T = undefined> = { ok: true; value: T } | Refusal

export function ok(): { ok: true; value: undefined }
export function ok<T>(value: T): { ok: true; value: T }
export function ok<T>(value?: T) {
  return { ok: true, value }
}

export function refused(message: string, fields?: Refusal['fields']): Refusal {
  return fields ? { ok: false, message, fields } : { ok: false, message }
}

/** A refusal because what was asked for is not there, or is not the viewer’s. */
export function notThere(message: string): Refusal {
  return { ok: false, message, missing: true }
}

/** A refusal because of one field: the same sentence stands beside it and above the form. */
export function refusedAt(field: string, message: string): Refusal {
  return refused(message, { [field]: [message] })
}

export function conflicted(message: string, conflict: Conflict): Refusal {
  return { ok: false, message, conflict }
}
