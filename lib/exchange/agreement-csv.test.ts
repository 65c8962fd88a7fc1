import { expect, test } from 'vitest'

import { prepare } from '@/lib/domain/agreement-figures'
import { intervalsOf } from '@/lib/domain/agreement-intervals'
import { AgreementReport, reportOf } from '@/lib/domain/agreement-report'
import { countSubmission, newTally } from '@/lib/domain/agreement-tally'

import { agreementCsv } from './agreement-csv'

function report(): AgreementReport {
  const tally = newTally(2)
  const marks = [
    { code: 0, coder: 0 as const, start: 2, end: 10 },
    { code: 0, coder: 0 as const, start: 14, end: 20 },
    { code: 0, coder: 1 as const, start: 4, end: 8 },
    { code: 0, coder: 1 as const, start: 15, end: 17 },
  ]
  countSubmission(tally, { texts: [{ length: 24, sentences: [{ start: 0, end: 24 }], marks }], tags: [] })
  const prepared = prepare(tally)
  const step = intervalsOf(prepared, 0, 'x').next()
  if (!step.done) throw new Error('No samples were asked for.')
  const code = { colour: 1, retired: false, leftOut: [{ reason: 'lost', count: 2 } as const] }
  return reportOf(prepared, step.value, {
    pairs: 1,
    leftOut: [{ reason: 'unfinished', count: 3 }],
    codes: [
      { ...code, codeId: 'a', name: '=SUM("x"), food' },
      { ...code, codeId: 'b', name: 'Unused', leftOut: [] },
    ],
  })
}

test('a table of agreement has a row for all codes and one for each, and no formulas', () => {
  const csv = agreementCsv(report())
  expect(csv.startsWith('\uFEFFcode,retired,codings,tags,submission units,')).toBe(true)
  const rows = csv.trimEnd().split('\r\n')
  expect(rows).toHaveLength(4)
  expect(rows[1]).toMatch(/^All codes,,4,0,1,1,0,0,1,undefined,,,,undefined,/)
  expect(rows[1]).toContain('3 not yet finished by both coders')
  expect(rows[2]).toMatch(/^"'=SUM\(""x""\), food",no,4,0,/)
  expect(rows[2]).toMatch(/,4,24,0\.66\d+,0\.55\d+,,,,2 lost in the respondent’s correction$/)
  expect(rows[3]).toMatch(/^Unused,no,0,0,1,0,0,0,1,undefined,/)
})

test('what was kept is read as it was written', () => {
  const written = report()
  expect(AgreementReport.parse(JSON.parse(JSON.stringify(written)))).toEqual(written)
})
