import type { Transaction } from '@/lib/db'

type FirstCode = { name: string; definition: string; whenToUse?: string; whenNot?: string; under?: string }

/**
 * The codes that a portal begins with: on top the six prompts, the three lenses, and subjects that cut across them; under
 * them what responses keep naming.
 */
export const firstCodes: FirstCode[] = [
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
  { name: 'Food security', under: 'Early crisis response', definition: 'Getting enough of the right food to people.' },
  { name: 'Digital inclusion', definition: 'Devices, data, skills, and those whom going online leaves out.' },
  { name: 'Mental health and isolation', definition: 'Loneliness, grief, anxiety, and what eased them.' },
  {
    name: 'Volunteering',
    under: 'Early crisis response',
    definition: 'Who volunteered, how they were found, looked after and kept.',
  },
  { name: 'Funding', under: 'Enterprise', definition: 'Money: where it came from, on what terms, and what ended.' },
  {
    name: 'Partnership with the council',
    under: 'Anchor institutions and key workers',
    definition: 'Working with a local authority, well or badly.',
  },
  {
    name: 'Trust and relationships',
    under: 'Co-production',
    definition: 'What went fast because people knew each other, or slowly because they did not.',
  },
]

/** Writes the first codes of a call, as defined at `definedAt`, and answers their ids by name. Colours go round the twelve. */
export async function seedCodebook(
  tx: Transaction,
  callId: string,
  definedAt = new Date(),
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const [index, { under = '', ...code }] of firstCodes.entries()) {
    const parentId = under ? ids.get(under) : null
    if (parentId === undefined)
      throw new Error(`“${code.name}” stands under “${under}”, which comes later or not at all.`)
    const position = (counts.get(under) ?? 0) + 1
    counts.set(under, position)
    const made = await tx.code.create({
      data: { ...code, callId, parentId, position, colour: (index % 12) + 1, definedAt, createdAt: definedAt },
      select: { id: true },
    })
    ids.set(code.name, made.id)
  }
  return ids
}

const day = 86_400_000

/**
 * What has happened to the codebook of the demonstration: one code was defined anew after it had been used, and one that
 * said the same as another was merged into it.
 */
export async function seedCodebookHistory(
  tx: Transaction,
  { callId, leadId, code, now }: { callId: string; leadId: string; code: (name: string) => string; now: Date },
): Promise<void> {
  await defineAnew(tx, { callId, leadId, codeId: code('Volunteering'), at: new Date(now.getTime() - 12 * day) })
  await mergeOne(tx, { callId, leadId, codeId: code('Food security'), at: new Date(now.getTime() - 9 * day) })
}

type Done = { callId: string; leadId: string; codeId: string; at: Date }

async function defineAnew(tx: Transaction, { callId, leadId, codeId, at }: Done) {
  const after = 'People who were already volunteers do not count by themselves.'
  await tx.code.update({
    where: { id: codeId },
    data: { whenNot: after, definedAt: at, version: 2 },
    select: { id: true },
  })
  const content = { fields: { whenNot: { before: '', after } } }
  await tx.codebookChange.create({
    data: { callId, codeId, personId: leadId, kind: 'edit', content, createdAt: at },
    select: { id: true },
  })
}

async function mergeOne(tx: Transaction, { callId, leadId, codeId, at }: Done) {
  const merged = await tx.code.create({
    data: {
      callId,
      name: 'Food parcels',
      definition: 'Parcels of food, packed and carried.',
      colour: 10,
      position: 1,
      retiredAt: at,
      mergedIntoId: codeId,
      createdAt: new Date(at.getTime() - 30 * day),
    },
    select: { id: true },
  })
  const change = await tx.codebookChange.create({
    data: {
      callId,
      codeId: merged.id,
      personId: leadId,
      kind: 'merge',
      content: { toIds: [codeId], from: { parentId: null, position: 1 } },
      createdAt: at,
    },
    select: { id: true },
  })
  const codings = await tx.coding.findMany({
    where: { codeId, createdAt: { lt: at } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 2,
  })
  await tx.codingMove.createMany({
    data: codings.map(({ id }) => ({ changeId: change.id, codingId: id, fromCodeId: merged.id, toCodeId: codeId })),
  })
}
