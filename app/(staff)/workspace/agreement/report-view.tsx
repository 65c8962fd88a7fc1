import { PartLinks } from '@/components/site/part-links'
import { Disclosure } from '@/components/ui/disclosure'
import type { AgreementReport } from '@/lib/domain/agreement-report'
import { comparedUnits, unitNames, type ComparedUnit } from '@/lib/domain/agreement-words'

import { many } from './coverage'
import type { FigureRow } from './figure-cells'
import { GlanceTable } from './glance-table'
import { LeftOutList } from './left-out-list'
import { UnitTable } from './unit-table'

type Props = { run: string; report: AgreementReport; path: string; unit: ComparedUnit | null }

/** What a measurement found: all at a glance, or one way of comparing in full. Codes that nobody used stand by themselves. */
export function ReportView({ run, report, path, unit }: Props) {
  const overall: FigureRow = { codeId: 'all', name: 'All codes', colour: null, retired: false, ...report.overall }
  const used = report.codes.filter(code => code.codings > 0)
  const unused = report.codes.filter(code => code.codings === 0 && !code.retired)
  const rows: FigureRow[] = used.length > 0 ? [overall, ...used] : []
  const links = [
    { href: path, label: 'At a glance', current: unit === null },
    ...comparedUnits.map(each => ({ href: `${path}?unit=${each}`, label: unitNames[each], current: unit === each })),
  ]
  return (
    <>
      <p className="mb-2 max-w-[70ch]">
        Compared: {many(report.codings, 'coding')} in {many(report.submissions, 'submission')}, with{' '}
        {many(report.texts, 'text')}, {many(report.sentences, 'sentence')} and {many(report.characters, 'character')},
        by {report.pairs === 1 ? 'one pair of coders' : `${report.pairs.toLocaleString('en-GB')} pairs of coders`}.
      </p>
      <LeftOutList title="Submissions left out" leftOut={report.leftOut} />
      <div className="mt-6">
        <PartLinks label="Ways of comparing" links={links} />
        {rows.length === 0 ? <p>Neither coder used any code.</p> : null}
        {rows.length === 0 ? null : unit === null ? (
          <GlanceTable run={run} rows={rows} />
        ) : (
          <UnitTable run={run} rows={rows} unit={unit} leftOut={leftOutOf(report, unit)} />
        )}
      </div>
      {unused.length > 0 ? (
        <Disclosure summary={`${many(unused.length, 'code')} that neither coder used`} className="mt-4">
          <p className="mb-2 max-w-[60ch]">
            Both left them out everywhere: they agree on 100%, and everything falls in one category. What is corrected
            for chance is undefined.
          </p>
          <ul className="list-disc pl-6">
            {unused.map(code => (
              <li key={code.codeId}>{code.name}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <LeftOutByCode report={report} />
    </>
  )
}

/** How many codings of each code the figures of a unit do not hold: tags count by submission only. */
function leftOutOf(report: AgreementReport, unit: ComparedUnit): ReadonlyMap<string, number> {
  const each = report.codes.map(code => {
    const strays = code.leftOut.reduce((sum, { count }) => sum + count, 0)
    return [code.codeId, strays + (unit === 'submission' ? 0 : code.tags)] as const
  })
  return new Map([...each, ['all', each.reduce((sum, [, count]) => sum + count, 0)] as const])
}

function LeftOutByCode({ report }: { report: AgreementReport }) {
  const some = report.codes.filter(code => code.leftOut.length > 0 || code.tags > 0)
  if (some.length === 0) return null
  return (
    <Disclosure summary="Codings left out, and why" className="mt-2">
      <ul className="flex flex-col gap-3">
        {some.map(code => (
          <li key={code.codeId}>
            <strong>{code.name}</strong>
            {code.tags > 0 ? (
              <p>{many(code.tags, 'tag')} on whole submissions: counted by submission, in no other figure</p>
            ) : null}
            <LeftOutList title="Not counted at all" leftOut={code.leftOut} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
