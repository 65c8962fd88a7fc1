import * as z from 'zod/mini'

import { isEmailAddress } from './email-address'
import { fromLondonField } from './london-time'
import { freeSlug, slugFrom } from './slug'
import { lineInput, paragraphsInput } from './text-input'

/** A whole number as typed in a field. */
function whole(name: string, least: number, most: number) {
  const sentence = `${name} must be a whole number from ${least} to ${most.toLocaleString('en-GB')}`
  return z.pipe(
    z.string(sentence).check(z.trim(), z.regex(/^\d{1,6}$/, sentence)),
    z.pipe(z.transform(Number), z.number().check(z.refine(number => number >= least && number <= most, sentence))),
  )
}

/** A date and time of the region, or nothing. */
function moment(name: string) {
  return z.pipe(
    z._default(z.string(), ''),
    z.transform((typed: string, context) => {
      const time = typed.trim() ? fromLondonField(typed.trim()) : null
      if (typed.trim() && !time) {
        context.issues.push({ code: 'custom', message: `Enter ${name} as a date and a time`, input: typed })
      }
      return time
    }),
  )
}

const webAddress = (name: string) =>
  lineInput({ name, most: 2000 }).check(
    z.refine(address => address === '' || isHttps(address), `${name} must begin with https://`),
  )

function isHttps(address: string) {
  return address.startsWith('https://') && URL.canParse(address)
}

/** One entry a line, without doubles. */
const lines = (name: string, most: number) =>
  z.pipe(
    paragraphsInput({ name, most: 4000 }),
    z.pipe(
      z.transform((text: string) => [...new Set(text.split('\n').map(line => line.trim()))].filter(Boolean)),
      z
        .array(z.string().check(z.maxLength(100, `Each line of ${name.toLowerCase()} must be 100 characters or less`)))
        .check(z.maxLength(most, `${name} must be ${most} lines or less`)),
    ),
  )

/** What the call's page says. */
export const CallText = z.object({
  name: lineInput({ name: 'Short name', most: 80, missing: 'Enter a short name' }),
  title: lineInput({ name: 'Title', most: 300, missing: 'Enter a title' }),
  introduction: paragraphsInput({ name: 'Introduction', most: 6000, missing: 'Enter an introduction' }),
  closingWords: paragraphsInput({ name: 'Closing words', most: 3000 }),
  commissioner: lineInput({ name: 'Commissioned by', most: 200 }),
  contactEmail: lineInput({ name: 'Contact address', most: 254, missing: 'Enter a contact address' }).check(
    z.refine(isEmailAddress, 'Enter a contact address in the correct format, like name@example.com'),
  ),
  minutesNeeded: whole('Minutes needed', 1, 240),
  reportExpected: lineInput({ name: 'Report expected', most: 300 }),
  outcome: paragraphsInput({ name: 'Outcome', most: 3000 }),
  communities: lines('Communities', 40),
})

/** When the call opens and closes, in the region's time. Nothing entered for opening: it is opened by hand. */
export const CallDates = z
  .object({
    opensAt: moment('the opening time'),
    closesAt: moment('the closing time'),
    graceHours: whole('Hours of grace', 0, 8760),
    analysisClosesAt: moment('the time when analysis closes'),
  })
  .check(
    z.refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
      error: 'The closing time must be after the opening time',
      path: ['closesAt'],
    }),
    z.refine(({ closesAt, analysisClosesAt }) => !closesAt || !analysisClosesAt || closesAt <= analysisClosesAt, {
      error: 'The time when analysis closes must be the closing time or later',
      path: ['analysisClosesAt'],
    }),
  )

/** What the press page says. Facts are one a line: a name, a colon, what is so. */
export const CallPress = z.object({
  pressHeadline: lineInput({ name: 'Headline', most: 300 }),
  pressSummary: paragraphsInput({ name: 'Summary', most: 3000 }),
  pressFacts: z.pipe(
    paragraphsInput({ name: 'Key facts', most: 4000 }),
    z.transform((text: string, context) =>
      text
        .split('\n')
        .filter(line => line.trim())
        .map(line => {
          const [, label, value] = /^\s*([^:]+?)\s*:\s*(.+?)\s*$/.exec(line) ?? []
          if (!label || !value) {
            context.issues.push({
              code: 'custom',
              message: `Enter a colon after the name of each fact: “${line}”`,
              input: text,
            })
          }
          return { label: label ?? '', value: value ?? '' }
        }),
    ),
  ),
  pressNotes: paragraphsInput({ name: 'Notes to editors', most: 6000 }),
  pressContact: paragraphsInput({ name: 'Press contact', most: 1000 }),
  pressReleaseTitle: lineInput({ name: 'Title of the press release', most: 300 }),
  pressReleaseUrl: webAddress('Address of the press release'),
})

const row = {
  /** Empty for a new one. */
  id: z._default(z.union([z.literal(''), z.uuid()]), ''),
  position: z._default(z.coerce.number().check(z.refine(Number.isFinite, 'Enter a number for the order')), 999),
}
const optionalRow = { ...row, remove: z.optional(z.literal('yes')) }

export const PromptRow = z.object({
  ...optionalRow,
  theme: lineInput({ name: 'Theme', most: 80, missing: 'Enter a theme' }),
  text: paragraphsInput({ name: 'Prompt', most: 600, missing: 'Enter the prompt' }),
})

export const LensRow = z.object({
  ...optionalRow,
  label: lineInput({ name: 'Lens', most: 80, missing: 'Enter the name of the lens' }),
})

export const PartnerRow = z.object({
  ...optionalRow,
  name: lineInput({ name: 'Name', most: 200, missing: 'Enter the name of the partner' }),
  role: lineInput({ name: 'Role', most: 300 }),
  url: webAddress('Website'),
})

export const PlaceRow = z.object({
  ...optionalRow,
  name: lineInput({ name: 'Name', most: 100, missing: 'Enter the name of the place' }),
  /** The id of the place that holds it, or empty. */
  parentId: z._default(z.union([z.literal(''), z.uuid()]), ''),
})

/** The longest list that a form may send. */
const mostRows = 100

type Parsed<T> = { rows: T[]; fields: Record<string, string[] | undefined> | null }

/**
 * Reads rows from a form whose fields are named `<list>.<number>.<field>`, in the order of their positions. A new row
 * in which `begun` finds nothing is left out. `fields` says, by the fields' names, what has to be corrected.
 */
export function rowsOf<T extends { position: number }>(
  form: Record<string, string | string[]>,
  list: string,
  schema: z.ZodMiniType<T>,
  begun: readonly string[],
): Parsed<T> {
  const found = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(form)) {
    const [of, number, field] = name.split('.')
    if (of !== list || !field || !/^\d{1,3}$/.test(number ?? '') || typeof value !== 'string') continue
    found.set(Number(number), { ...found.get(Number(number)), [field]: value })
  }
  const rows: T[] = []
  const fields: Record<string, string[]> = {}
  for (const [number, given] of [...found].sort(([a], [b]) => a - b).slice(0, mostRows)) {
    if (!given['id'] && begun.every(field => !given[field]?.trim())) continue
    const parsed = schema.safeParse(given)
    if (parsed.success) rows.push(parsed.data)
    else
      for (const issue of parsed.error.issues) fields[`${list}.${number}.${String(issue.path[0])}`] ??= [issue.message]
  }
  rows.sort((a, b) => a.position - b.position)
  return { rows, fields: Object.keys(fields).length > 0 ? fields : null }
}

type Described = readonly [id: string, name: string, text: string]

/** What differs between two states of a list, row by row. */
export function listDifferences(theirs: readonly Described[], yours: readonly Described[]) {
  const saved = new Map(theirs.map(([id, name, text]) => [id, { name, text }]))
  const written = new Map(yours.map(([id, name, text]) => [id, { name, text }]))
  return [...new Set([...saved.keys(), ...written.keys()])]
    .map(id => ({
      label: saved.get(id)?.name ?? written.get(id)?.name ?? '',
      theirs: saved.get(id)?.text ?? 'Not there',
      yours: written.get(id)?.text ?? 'Not there',
    }))
    .filter(pair => pair.theirs !== pair.yours)
}

/** A key for addresses made of a name, such as `stratford-on-avon`, that is not among `taken`; it is added to them. */
export function keyFor(name: string, taken: Set<string>): string {
  const key = freeSlug(slugFrom(name, 'other'), taken)
  taken.add(key)
  return key
}
