import Link from 'next/link'

import { Section } from '@/components/site/page'
import type { ProgressView } from '@/lib/data/progress'
import { londonDate } from '@/lib/domain/london-time'
import { allOf, neededAWeek, timeLeftInWords, type StageCounts } from '@/lib/domain/progress'
import { stageNames, stages, type Stage } from '@/lib/domain/submission'

/** How far everybody, and each team, is against the day on which analysis closes. */
export function MyProgress({ progress, now }: { progress: ProgressView; now: Date }) {
  const { all, teams, unassigned, closesAt } = progress
  const needed = closesAt ? neededAWeek(all, closesAt, now) : null
  return (
    <Section title="Progress" id="progress">
      <p className="mb-4 max-w-[65ch]">
        {closesAt
          ? `Analysis closes on ${londonDate(closesAt)}: ${timeLeftInWords(closesAt, now)}.`
          : 'No day has been set on which analysis closes.'}
        {needed === null ? '' : ` To settle all by then, ${needed} a week ${needed === 1 ? 'is' : 'are'} needed.`}
        {unassigned > 0 ? ` ${unassigned} not settled ${unassigned === 1 ? 'is' : 'are'} assigned to nobody.` : ''}{' '}
        <Link href="/workspace/analysis/coverage" prefetch={false}>
          See who has not been heard from
        </Link>
      </p>
      <ul className="flex flex-col gap-5">
        <Bar name="All teams together" counts={all} />
        {teams.map(team => (
          <Bar key={team.id} name={team.mine ? `${team.name} (your team)` : team.name} counts={team.counts} />
        ))}
      </ul>
    </Section>
  )
}

const looks: Record<Stage, string> = {
  NEW: 'fill-heard-0',
  CODING: 'fill-heard-1',
  CODED: 'fill-heard-3',
  SETTLED: 'fill-heard-4',
}

/** A bar of the stages; its figures stand as text below it. */
function Bar({ name, counts }: { name: string; counts: StageCounts }) {
  const all = allOf(counts)
  return (
    <li>
      <p className="font-semibold">{name}</p>
      {all > 0 ? (
        <svg
          aria-hidden
          viewBox={`0 0 ${all} 1`}
          preserveAspectRatio="none"
          className="mt-1 block h-5 w-full max-w-3xl rounded-sm border border-edge"
        >
          {stages.map((stage, index) => (
            <rect
              key={stage}
              x={stages.slice(0, index).reduce((sum, before) => sum + counts[before], 0)}
              width={counts[stage]}
              height={1}
              className={looks[stage]}
            />
          ))}
        </svg>
      ) : null}
      <p className="mt-1 text-sm">
        {all === 0
          ? 'Nothing is assigned.'
          : `${stages.map(stage => `${counts[stage]} ${stageNames[stage].toLowerCase()}`).join(' · ')} · ${Math.floor((counts.SETTLED / all) * 100)}% settled`}
      </p>
    </li>
  )
}
