import type { ReactNode } from 'react'

import { countInWords } from '@/components/submission/filter-notices'
import type { CallView } from '@/lib/data/calls'
import type { CoverageView } from '@/lib/data/coverage'
import { callState } from '@/lib/domain/call'
import { lastDay } from '@/lib/domain/call-times'
import { daysLeft, paceFor, type CoverageRow } from '@/lib/domain/coverage'
import { targetsReached } from '@/lib/domain/coverage-targets'
import { londonDate, londonDateTime } from '@/lib/domain/london-time'

type Props = { call: CallView; coverage: CoverageView; rows: CoverageRow[]; now: Date }

/** What a lead asks first: how many, from how many, how long still, how many targets are reached. */
export function CoverageFigures({ call, coverage, rows, now }: Props) {
  const { responses, organisations, campaign } = coverage
  const target = coverage.targets.find(({ kind }) => kind === 'ALL')?.target ?? null
  const left = callState(call, now) === 'open' ? daysLeft(call.closesAt, now) : null
  const reached = targetsReached([...rows.filter(({ offered }) => offered), { heard: responses, target }])
  const pace = paceFor(responses, target, left)
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-4 lg:grid-cols-4">
        <Figure name="Responses" value={number(responses)}>
          {target === null ? 'No target is set' : `of ${number(target)} wanted`}
        </Figure>
        <Figure name="Organisations" value={number(organisations)}>
          by their names
        </Figure>
        <Figure name="Days left" value={left === null ? '–' : number(left)}>
          {timesInWords(call, now)}
        </Figure>
        <Figure name="Targets reached" value={reached.set === 0 ? '–' : number(reached.reached)}>
          {reached.set === 0 ? 'None is set' : `of ${number(reached.set)}`}
        </Figure>
      </dl>
      {pace ? (
        <p className="mt-4 max-w-[65ch]">
          {countInWords(pace.more, 'more response')} {pace.more === 1 ? 'is' : 'are'} wanted: {pace.aDay} a day until
          the call closes.
        </p>
      ) : null}
      {campaign.texts > 0 ? (
        <p className="mt-4 max-w-[65ch] text-muted">
          {campaign.senders} of the responses share{' '}
          {campaign.texts === 1 ? 'the text of a campaign' : `the texts of ${campaign.texts} campaigns`}: each sender
          counts.
        </p>
      ) : null}
    </>
  )
}

const number = (count: number) => count.toLocaleString('en-GB')

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="font-semibold">{name}</dt>
      <dd>
        <span className="block font-serif text-4xl leading-tight tabular-nums">{value}</span>
        <span className="text-sm text-muted">{children}</span>
      </dd>
    </div>
  )
}

function timesInWords(call: CallView, now: Date): string {
  if (callState(call, now) === 'notOpen') return call.opensAt ? `Opens on ${londonDate(call.opensAt)}` : 'Not open yet'
  if (!call.closesAt) return 'No closing day is set'
  const { day, wholeDay } = lastDay(call.closesAt)
  const when = wholeDay ? londonDate(day) : londonDateTime(call.closesAt)
  return callState(call, now) === 'open' ? `until ${when}` : `Closed on ${when}`
}
