import type { Transaction } from '@/lib/db'

/** The codes that a portal begins with: the six prompts, the three lenses, and subjects that responses keep naming. */
export const firstCodes = [
  {
    name: 'Early crisis response',
    definition: 'What was done in the first weeks, to meet need directly.',
    whenToUse: 'Deeds and decisions of March to May 2020.',
  },
  {
    name: 'Co-production',
    definition: 'Services shaped and delivered together with the people who use them.',
    whenToUse: 'Users decided something, and did not only receive.',
  },
  {
    name: 'Community voice',
    definition: 'New spaces in which people discuss, decide and are heard.',
    whenToUse: 'Meetings, panels, forums, polls that began or changed.',
  },
  {
    name: 'Freedoms and flexibilities',
    definition: 'A rule, habit or contract that was loosened and let something happen sooner or better.',
    whenToUse: 'The text names what was loosened.',
  },
  {
    name: 'Anchor institutions and key workers',
    definition: 'Support for hospitals, schools, councils, employers, and for the people who kept working.',
    whenToUse: 'An institution or its workers were helped.',
  },
  {
    name: 'Recovery plans',
    definition: 'Plans or visions of a neighbourhood for the time after.',
    whenToUse: 'Something is planned beyond the emergency.',
  },
  {
    name: 'Innovation',
    definition: 'Something that was new to the people who did it.',
    whenNot: 'More of what was done before.',
  },
  {
    name: 'Enterprise',
    definition: 'Earning, trading or reorganising to keep going or to reach further.',
    whenNot: 'Grants by themselves.',
  },
  {
    name: 'Flexibility',
    definition: 'Quick change of purpose, roles, premises or hours.',
    whenNot: 'Change that outsiders ordered.',
  },
  { name: 'Food security', definition: 'Getting enough of the right food to people.' },
  { name: 'Digital inclusion', definition: 'Devices, data, skills, and those whom going online leaves out.' },
  { name: 'Mental health and isolation', definition: 'Loneliness, grief, anxiety, and what eased them.' },
  { name: 'Volunteering', definition: 'Who volunteered, how they were found, looked after and kept.' },
  { name: 'Funding', definition: 'Money: where it came from, on what terms, and what ended.' },
  { name: 'Partnership with the council', definition: 'Working with a local authority, well or badly.' },
  {
    name: 'Trust and relationships',
    definition: 'What went fast because people knew each other, or slowly because they did not.',
  },
]

/** Writes the first codes of a call and answers their ids by name. Colours go round the twelve. */
export async function seedCodebook(tx: Transaction, callId: string): Promise<Map<string, string>> {
  const codes = await tx.code.createManyAndReturn({
    data: firstCodes.map((code, index) => ({ ...code, callId, position: index + 1, colour: (index % 12) + 1 })),
  })
  return new Map(codes.map(code => [code.name, code.id]))
}
