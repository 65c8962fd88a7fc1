/** A place in a list that stands newest first, ties by id. */
export type Cursor = { at: Date; id: string }

/** As it stands in an address: `2026-07-01T09:30:00.000Z_<uuid>`. */
export function writeCursor({ at, id }: Cursor): string {
  return `${at.toISOString()}_${id}`
}

// PostgreSQL has no year 0.
const shape = /^((?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Null where it is none. */
export function readCursor(text: string): Cursor | null {
  const [, time, id] = shape.exec(text) ?? []
  if (!time || !id) return null
  const at = new Date(time)
  return Number.isNaN(at.getTime()) ? null : { at, id }
}
