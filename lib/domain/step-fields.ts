// What a page knows of the steps without the schemas, which a browser loads only once somebody types.

/** The steps that ask something, in their order. `check` follows them. */
export const stepNames = ['organisation', 'place', 'example', 'story', 'material', 'contact'] as const
export type StepName = (typeof stepNames)[number]

/** What `prompts` holds when an example shows none of the call's prompts: the call takes others too. */
export const noPrompt = 'none'

export const wishes = ['TELL_OUTCOME', 'SHOW_BEFORE'] as const

/** What can be wrong with each field: keys of the catalogue, `submit.errors.<field>.<key>`. */
export const fieldErrors = {
  organisationName: ['missing', 'long'],
  organisationType: ['missing'],
  practice: ['missing'],
  practiceOf: ['missing', 'long'],
  communities: ['unknown'],
  places: ['missing', 'unknown'],
  neighbourhood: ['long'],
  title: ['missing', 'long'],
  prompts: ['missing', 'unknown', 'contradiction'],
  whatHappened: ['missing', 'words', 'long'],
  difference: ['words', 'long'],
  learned: ['words', 'long'],
  links: ['form', 'long', 'many'],
  contactName: ['long'],
  email: ['form', 'long', 'forWish'],
  mayTelephone: ['missing'],
  telephone: ['missing', 'form', 'long'],
  bestTimes: ['long'],
  publish: ['missing'],
  wishes: ['unknown'],
} as const
export type FieldName = keyof typeof fieldErrors
export type FieldError = {
  [F in FieldName]: `${F}.${(typeof fieldErrors)[F][number]}`
}[FieldName]

/** Which fields are asked in which step, in the order in which its page shows them. */
export const fieldsOfStep = {
  organisation: ['organisationName', 'organisationType', 'practice', 'practiceOf', 'communities'],
  place: ['places', 'neighbourhood'],
  example: ['title', 'prompts'],
  story: ['whatHappened', 'difference', 'learned'],
  material: ['links'],
  contact: ['contactName', 'email', 'mayTelephone', 'telephone', 'bestTimes', 'publish', 'wishes'],
} as const satisfies Record<StepName, readonly FieldName[]>
