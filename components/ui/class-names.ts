/** Joins the classes that are there. A `className` given by a page comes last. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
