import { listRuns, getRun } from '@/lib/data/agreement-runs'
import { publishAnswer } from '@/lib/data/case-study-record'
import { listCodes } from '@/lib/data/codes'
import { unmerged } from '@/lib/data/merging'
import { standing } from '@/lib/data/open-work'
import { db } from '@/lib/db'
import { inFigures, inPercent, undefinedWords } from '@/lib/domain/agreement-words'
import type { ReportedCoefficient } from '@/lib/domain/agreement-report'
import { countInFigures } from '@/lib/domain/analysis-table'
import { nameToShow } from '@/lib/domain/case-study-name'
import type { Viewer } from '@/lib/domain/person'
import type { SectionKind } from '@/lib/domain/report'
import type { ComposingSection } from '@/lib/domain/report-compose'
import { organisationTypeNames } from '@/lib/domain/submission'
import { dateInWords } from '@/lib/i18n/in-words'

type Table = NonNullable<ComposingSection['table']>
/** `listed`: the submissions that it names. */
export type MadeTable = { table: Table; listed: string[] }

/** The table that an appendix of a kind gets, as things stand now; null where it gets none. */
export async function tableFor(viewer: Viewer, callId: string, kind: SectionKind): Promise<MadeTable | null> {
  switch (kind) {
    case 'WRITTEN':
      return null
    case 'METHOD':
      return { table: await methodTable(callId), listed: [] }
    case 'CODEBOOK':
      return { table: await codebookTable(viewer, callId), listed: [] }
    case 'AGREEMENT': {
      const table = await agreementTable(viewer, callId)
      return table && { table, listed: [] }
    }
    case 'SUBMISSIONS':
      return submissionsTable(callId)
  }
}

const day = (at: Date) => dateInWords(at, 'en-GB')

async function methodTable(callId: string): Promise<Table> {
  const live = { callId, status: 'SUBMITTED', ...unmerged } as const
  const [call, received, coded, double, settled, published] = await Promise.all([
    db.call.findUniqueOrThrow({ where: { id: callId }, select: { name: true, opensAt: true, closesAt: true } }),
    db.submission.count({ where: live }),
    db.submission.count({ where: { ...live, blind: false, codings: { some: standing } } }),
    db.submission.count({ where: { ...live, doubleCodedAt: { not: null } } }),
    db.submission.count({ where: { ...live, stage: 'SETTLED' } }),
    db.release.count({ where: { callId, publishedAt: { not: null } } }),
  ])
  const rows: [string, string][] = [
    ['Opened', call.opensAt ? day(call.opensAt) : 'Not set'],
    ['Closed', call.closesAt ? day(call.closesAt) : 'Not set'],
    ['Responses received', countInFigures(received)],
    ['Responses with coded passages', countInFigures(coded)],
    ['Responses coded by two people', countInFigures(double)],
    ['Responses whose coding is settled', countInFigures(settled)],
    ['Case studies published', countInFigures(published)],
  ]
  return {
    title: `${call.name}: what was received, and how far it was worked on`,
    note: 'A response that was sent twice, or merged into another, counts once. Withdrawn responses are not counted.',
    head: ['What', 'How many, or when'],
    rows,
  }
}

async function codebookTable(viewer: Viewer, callId: string): Promise<Table> {
  const codes = (await listCodes(viewer, callId)).filter(code => !code.retired)
  return {
    title: 'Codes in use and their definitions',
    note: 'A code below another names the one above it first.',
    head: ['Code', 'Definition', 'When to use it'],
    rows: codes.map(({ name, path, definition, whenToUse }) => [[...path, name].join(': '), definition, whenToUse]),
  }
}

async function agreementTable(viewer: Viewer, callId: string): Promise<Table | null> {
  const latest = (await listRuns(viewer, callId)).find(({ status }) => status === 'DONE')
  const run = latest ? await getRun(viewer, callId, latest.id) : null
  if (!run?.report) return null
  const { report } = run
  const row = (name: string, figures: (typeof report)['overall']) => [
    name,
    inPercent(figures.sentence.observed),
    coefficient(figures.sentence.kappa),
    coefficient(figures.sentence.alpha),
    coefficient(figures.spans.alpha),
  ]
  return {
    title: 'Agreement between two people who coded the same responses without seeing each other’s work',
    note: `Measured on ${day(new Date(run.createdAt))} over ${countInFigures(report.submissions)} responses with ${countInFigures(report.sentences)} sentences, before differences were settled. By sentence: whether both gave it the code. By span: Krippendorff’s alpha for unitizing, over characters.`,
    head: ['Code', 'Agreement by sentence', 'Cohen’s kappa', 'Krippendorff’s alpha', 'Alpha by span'],
    rows: [row('All codes', report.overall), ...report.codes.map(code => row(code.name, code))],
  }
}

function coefficient({ value, why, interval }: ReportedCoefficient): string {
  if (value === null) return why ? undefinedWords[why] : '–'
  return interval ? `${inFigures(value)} (${inFigures(interval.low)} to ${inFigures(interval.high)})` : inFigures(value)
}

async function submissionsTable(callId: string): Promise<MadeTable> {
  const rows = await db.submission.findMany({
    where: { callId, status: 'SUBMITTED', ...unmerged },
    select: {
      id: true,
      organisationName: true,
      organisationType: true,
      practiceOf: true,
      places: { select: { place: { select: { name: true } } }, orderBy: { place: { position: 'asc' } } },
      consents: { where: { supersededAt: null, kind: 'PUBLISH' }, select: { kind: true, answer: true } },
    },
    orderBy: { id: 'asc' },
  })
  const sources = rows.map(({ consents, organisationName, ...row }) => {
    const publish = publishAnswer(consents)
    return {
      ...row,
      name: nameToShow([{ organisationName: organisationName ?? '', practiceOf: row.practiceOf, publish }]),
    }
  })
  const named = sources
    .filter(({ name }) => name)
    .toSorted((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'en-GB'))
  const others = new Map<string, number>()
  for (const { name, organisationType } of sources) {
    const kind = organisationTypeNames[organisationType ?? 'OTHER']
    if (!name) others.set(kind, (others.get(kind) ?? 0) + 1)
  }
  return {
    table: {
      title: 'Organisations that agreed to be named, and how many others responded',
      note: 'Others are counted by kind only: they were not asked, did not agree to be named, or wrote of the work of somebody else.',
      head: ['Organisation', 'Kind', 'Where'],
      rows: [
        ...named.map(({ name, organisationType, places }) => [
          name ?? '',
          organisationTypeNames[organisationType ?? 'OTHER'],
          places.map(({ place }) => place.name).join(', '),
        ]),
        ...[...others]
          .toSorted(([one], [other]) => one.localeCompare(other, 'en-GB'))
          .map(([kind, count]) => [`${countInFigures(count)} more`, kind, '']),
      ],
    },
    listed: named.map(({ id }) => id),
  }
}
