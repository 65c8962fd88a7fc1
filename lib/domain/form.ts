/**
 * What a form sent, by the names of its fields, to be parsed by a schema. A name that came more than once has a list.
 * Whoever calls an action may send anything: all but a form is taken as an empty one, and files as nothing.
 */
export function fieldsOf(form: unknown): Record<string, string | string[]> {
  if (!(form instanceof FormData)) return {}
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$')) continue // React's own
    const values = form.getAll(name).filter(value => typeof value === 'string')
    const [only] = values
    if (only !== undefined) fields[name] = values.length === 1 ? only : values
  }
  return fields
}
