/** What can be found, the graver first: where two findings share words they become one, of the graver kind. */
export const findingKinds = [
  'ORGANISATION',
  'EMAIL',
  'TELEPHONE',
  'HANDLE',
  'LINK',
  'POSTCODE',
  'ADDRESS',
  'NAME',
  'OTHER',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Words for the workspace. */
export const findingKindNames: Record<FindingKind, string> = {
  ORGANISATION: 'Name of an organisation that is not to be named',
  EMAIL: 'Email address',
  TELEPHONE: 'Telephone number',
  HANDLE: 'Name on a social network',
  LINK: 'Link',
  POSTCODE: 'Postcode',
  ADDRESS: 'Postal address',
  NAME: 'Name of a person',
  OTHER: 'Other words',
}
