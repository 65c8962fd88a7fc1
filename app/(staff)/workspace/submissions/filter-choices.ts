import type { CallView } from '@/lib/data/calls'
import type { TeamRef } from '@/lib/domain/person'
import {
  decisionNames,
  decisions,
  organisationTypeNames,
  organisationTypes,
  stageNames,
  stages,
} from '@/lib/domain/submission'
import { emptyFilter, filterAddress, type SubmissionFilter } from '@/lib/domain/submission-filter'

type Choice = { value: string; label: string }
type Choices = Record<'stage' | 'decision' | 'theme' | 'place' | 'type' | 'team', Choice[]>

/** What each filter offers, in the order in which it is offered. */
export function choicesOf(call: CallView, teams: TeamRef[]): Choices {
  return {
    stage: stages.map(value => ({ value, label: stageNames[value] })),
    decision: [
      ...decisions.map(value => ({ value, label: decisionNames[value] })),
      { value: 'NONE', label: 'None yet' },
    ],
    theme: call.prompts.map(prompt => ({ value: prompt.key, label: prompt.theme })),
    place: call.places
      .map(place => ({ value: place.key, label: place.name }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en-GB')),
    type: organisationTypes.map(value => ({ value, label: organisationTypeNames[value] })),
    team: teams.map(team => ({ value: team.short, label: team.name })),
  }
}

const said = {
  stage: 'Stage',
  decision: 'Decision',
  theme: 'Theme',
  place: 'Place',
  type: 'Organisation type',
  team: 'Team',
}

/** The filters that are on, each with the address without it. `more` marks those behind "More filters". */
export function chosenFilters(path: string, filter: SubmissionFilter, choices: Choices) {
  const without = (name: keyof SubmissionFilter) => filterAddress(path, { ...filter, [name]: emptyFilter[name] })
  const parts = (['stage', 'decision', 'theme', 'place', 'type', 'team'] as const).flatMap(name => {
    const choice = choices[name].find(({ value }) => value === filter[name])
    return choice ? [{ label: `${said[name]}: ${choice.label}`, href: without(name), more: true }] : []
  })
  return [
    ...(filter.q ? [{ label: `“${filter.q}”`, href: without('q'), more: false }] : []),
    ...(filter.corrected ? [{ label: 'Corrected since settled', href: without('corrected'), more: true }] : []),
    ...(filter.mine ? [{ label: 'Assigned to me', href: without('mine'), more: false }] : []),
    ...parts,
  ]
}
