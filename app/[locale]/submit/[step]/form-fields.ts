/** Puts a value into the inputs of a field, as if it had been typed: whoever listens hears of it. */
export function fillField(form: HTMLFormElement, field: string, value: string | string[]): void {
  for (const input of inputsOf(form, field)) {
    const changed = fill(input, field, value)
    if (changed) input.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

type Input = HTMLInputElement | HTMLTextAreaElement

function inputsOf(form: HTMLFormElement, field: string): Input[] {
  return Array.from(form.elements).filter(
    (input): input is Input =>
      (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) &&
      (input.name === field || input.name.startsWith(`${field}.`)),
  )
}

function fill(input: Input, field: string, value: string | string[]): boolean {
  if (input instanceof HTMLInputElement && (input.type === 'checkbox' || input.type === 'radio')) {
    const checked = [value].flat().includes(input.value)
    if (input.checked === checked) return false
    input.checked = checked
    return true
  }
  const index = Number(input.name.slice(field.length + 1))
  const text = Array.isArray(value) ? (value[index] ?? '') : value
  if (input.value === text) return false
  input.value = text
  return true
}
