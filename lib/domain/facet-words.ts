import type { CallView } from '@/lib/data/calls'
import type { FacetValues } from '@/lib/data/facet-values'

import { languageCodes, languageName } from './language'
import { decisionNames, decisions, organisationTypeNames, organisationTypes, stageNames, stages } from './submission'
import type { Facet } from './submission-filter'

/** What a person calls each facet. */
export const facetNames: Record<Facet, string> = {
  stage: 'Stage',
  decision: 'Decision',
  theme: 'Theme',
  place: 'Place',
  type: 'Organisation type',
  community: 'Community',
  team: 'Team',
  coder: 'Assigned to',
  code: 'Code',
  call: 'May be telephoned',
  material: 'Came with',
  language: 'Language',
}

type Value = { value: string; label: string; depth?: number }

/** All values of each facet in words, as far as the call and its people have them. */
export function facetWords(
  call: Pick<CallView, 'prompts' | 'places' | 'communities'>,
  { teams, people, codes }: FacetValues,
): Record<Facet, Value[]> {
  return {
    stage: stages.map(value => ({ value, label: stageNames[value] })),
    decision: [
      ...decisions.map(value => ({ value, label: decisionNames[value] })),
      { value: 'NONE', label: 'None yet' },
    ],
    theme: call.prompts.map(({ key, theme }) => ({ value: key, label: theme })),
    place: call.places
      .map(({ key, name }) => ({ value: key, label: name }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en-GB')),
    type: organisationTypes.map(value => ({ value, label: organisationTypeNames[value] })),
    community: call.communities.map(value => ({ value, label: value })),
    team: teams.map(({ short, name }) => ({ value: short, label: name })),
    coder: people.map(({ id, name, team }) => ({ value: id, label: `${name} (${team})` })),
    code: codes.map(({ id, name, depth, retired }) => ({
      value: id,
      label: retired ? `${name} (retired)` : name,
      depth,
    })),
    call: [
      { value: 'YES', label: 'Yes' },
      { value: 'NO', label: 'No' },
    ],
    material: [
      { value: 'LINKS', label: 'Links' },
      { value: 'FILES', label: 'Files' },
      { value: 'NONE', label: 'Nothing more' },
    ],
    language: [
      ...languageCodes
        .map(value => ({ value: value as string, label: languageName(value) }))
        .sort((one, other) => one.label.localeCompare(other.label, 'en-GB')),
      { value: 'UNKNOWN', label: 'Could not be told' },
    ],
  }
}
