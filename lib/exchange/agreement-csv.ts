import type { AgreementReport, Figures, ReportedCoefficient, UnitFigures } from '@/lib/domain/agreement-report'
import { leftOutWords } from '@/lib/domain/agreement-words'

import { csvLine, type Cell } from './csv-export'

const unitColumns = (unit: string) => [
  `${unit} units`,
  `${unit} both`,
  `${unit} only first coder`,
  `${unit} only second coder`,
  `${unit} observed agreement`,
  ...coefficientColumns(`${unit} kappa`),
  ...coefficientColumns(`${unit} alpha`),
]
const coefficientColumns = (name: string) => [name, `${name} low`, `${name} high`, `${name} samples`]

const columns = [
  'code',
  'retired',
  'codings',
  'tags',
  ...['submission', 'sentence', 'character'].flatMap(unitColumns),
  'spans',
  'span characters',
  'span observed agreement',
  ...coefficientColumns('unitizing alpha'),
  'left out',
]

/**
 * A report as comma-separated values (RFC 4180, UTF-8 with a byte order mark, CRLF): a row for all codes, then one for each.
 * Shares are between 0 and 1; a coefficient that is undefined is written as the word, an interval that is not there as nothing.
 */
export function agreementCsv(report: AgreementReport): string {
  const codings = report.codes.reduce((sum, code) => ({ all: sum.all + code.codings, tags: sum.tags + code.tags }), {
    all: 0,
    tags: 0,
  })
  const left = (reasons: AgreementReport['leftOut']) =>
    reasons.map(({ reason, count }) => `${count} ${leftOutWords[reason]}`).join('; ')
  const rows: Cell[][] = [
    columns,
    ['All codes', null, codings.all, codings.tags, ...figureCells(report.overall), left(report.leftOut)],
    ...report.codes.map(code => [
      code.name,
      code.retired ? 'yes' : 'no',
      code.codings,
      code.tags,
      ...figureCells(code),
      left(code.leftOut),
    ]),
  ]
  return `\uFEFF${rows.map(csvLine).join('')}`
}

function figureCells({ submission, sentence, character, spans }: Figures): Cell[] {
  return [
    ...[submission, sentence, character].flatMap(unitCells),
    spans.units,
    spans.length,
    spans.observed,
    ...coefficientCells(spans.alpha),
  ]
}

function unitCells({ units, both, onlyFirst, onlySecond, observed, kappa, alpha }: UnitFigures): Cell[] {
  return [units, both, onlyFirst, onlySecond, observed, ...coefficientCells(kappa), ...coefficientCells(alpha)]
}

function coefficientCells({ value, interval }: ReportedCoefficient): Cell[] {
  return [value ?? 'undefined', interval?.low ?? null, interval?.high ?? null, interval?.samples ?? null]
}
