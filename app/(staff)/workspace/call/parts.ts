/** The parts of the call's page, each at its own address: `/workspace/call?part=prompts`. */
export const callParts = {
  text: 'Text',
  dates: 'Dates',
  prompts: 'Prompts',
  lenses: 'Lenses',
  places: 'Places',
  partners: 'Partners',
  press: 'Press',
  preview: 'Preview',
} as const

export type CallPart = keyof typeof callParts

/** The part that an address asks for; the first one where it asks for none that there is. */
export function readPart(asked: string | string[] | undefined): CallPart {
  const names = Object.keys(callParts)
  return names.find((name): name is CallPart => name === asked && name in callParts) ?? 'text'
}
