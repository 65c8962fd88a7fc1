import { fieldsOf } from './form'
import { fieldErrors, fieldsOfStep, type FieldName, type StepName } from './step-fields'
import { limits } from './submission'

const listFields: readonly FieldName[] = ['communities', 'places', 'prompts', 'links', 'wishes']

/** Whether a field is a list: ticked boxes of one name, or inputs named `links.0`, `links.1`… */
export function isList(field: FieldName): boolean {
  return listFields.includes(field)
}

/** The fields of a step, in the order in which the page shows them. */
export function stepFields(step: StepName): readonly FieldName[] {
  return fieldsOfStep[step]
}

/** Whether a word is the name of a field. */
export function isStepField(word: string): word is FieldName {
  return word in fieldErrors
}

/** What a form holds, before it is checked: only strings and lists of strings. */
export type FormValues = Partial<Record<FieldName, string | string[]>>

/**
 * Reads a step's own fields out of a posted form and nothing else. A field that is not there is empty; several values
 * where one is expected leave their field out, so that the schema refuses it with its sentence.
 */
export function readForm(step: StepName, form: unknown): FormValues {
  const posted = fieldsOf(form)
  const values: FormValues = {}
  for (const field of stepFields(step)) {
    const given = posted[field]
    if (isList(field)) {
      const indexed = Array.from({ length: limits.links }, (_, index) => posted[`${field}.${index}`])
      values[field] = withoutTrailing([given, ...indexed].flat().filter(value => value !== undefined))
    } else if (!Array.isArray(given)) values[field] = given ?? ''
  }
  return values
}

/** Inputs that were left empty count only before one that was not: each error finds its own. */
function withoutTrailing(values: string[]): string[] {
  return values.slice(0, values.findLastIndex(value => value !== '') + 1)
}

/** The values of one text or one list of a form, for showing it again. */
export function textOf(values: FormValues, field: FieldName): string {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}
export function listOf(values: FormValues, field: FieldName): string[] {
  const value = values[field]
  return Array.isArray(value) ? value : []
}
