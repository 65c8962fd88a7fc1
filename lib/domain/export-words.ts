import type { CallView } from '@/lib/data/calls'
import type { FacetValues } from '@/lib/data/facet-values'

import { exportDays, exportFormatNames, exportKindNames, type ExportWish, type ManifestLine } from './export'
import type { ExportSelection } from './export-filter'
import { facetNames, facetWords } from './facet-words'
import { londonDateTime } from './london-time'
import { facets, type SubmissionFilter } from './submission-filter'

type Given = {
  selection: ExportSelection
  wish: ExportWish
  call: Pick<CallView, 'name' | 'prompts' | 'places' | 'communities'>
  values: FacetValues
  by: { name: string; team: string }
  at: Date
  origin: string
}

/** What stands beside the rows of an export but how many they are: what it is, of which call, narrowed how, for whom, when. */
export function manifestOf({ selection, wish, call, values, by, at, origin }: Given): ManifestLine[] {
  return [
    { label: 'What', text: exportKindNames[wish.what] },
    { label: 'Call', text: call.name },
    { label: 'Portal', text: origin },
    { label: 'Exported by', text: by.team ? `${by.name}, ${by.team}` : by.name },
    { label: 'Exported on', text: londonDateTime(at) },
    { label: 'Format', text: exportFormatNames[wish.format] },
    ...filterLines(selection, wish, facetWords(call, values), values),
    ...notes[wish.what].map(text => ({ label: 'Note', text })),
    {
      label: 'Note',
      text: `This file does not change when the portal does. What is withdrawn later has to be deleted from it by hand; the portal deletes its own copy after ${exportDays} days.`,
    },
  ]
}

const blind =
  'What two people code without seeing each other’s work is left out until both have finished, except what the exporter coded.'
const contact = 'No telephone number, address or name of a contact is in it.'
const left = 'Withdrawn, quarantined and merged submissions are left out.'
const notes: Record<ExportWish['what'], string[]> = {
  SUBMISSIONS: [left, contact, blind],
  PASSAGES: [left, contact, blind],
  GRID: [left, contact, blind],
  CODINGS: [left, contact, blind],
  COMMENTS: [left, contact, blind],
  FOLLOW_UPS: [left, contact, 'Respondents who do not wish to be telephoned are left out.'],
}

type Words = ReturnType<typeof facetWords>

function filterLines(selection: ExportSelection, wish: ExportWish, words: Words, values: FacetValues): ManifestLine[] {
  const line = (label: string, text: string) => (text ? [{ label, text }] : [])
  if (wish.filters.references.length > 0) return line('Ticked', wish.filters.references.join('; '))
  const lines = linesOf(selection, words, values)
  return lines.length > 0 ? lines : [{ label: 'Filters', text: 'none: all of them' }]
}

function linesOf(selection: ExportSelection, words: Words, values: FacetValues): ManifestLine[] {
  const line = (label: string, text: string | false | null) => (text ? [{ label, text }] : [])
  switch (selection.what) {
    case 'FOLLOW_UPS': {
      const { show, who } = selection.followUps
      const shown = { DUE: 'due today', UNTRIED: 'not tried', CLOSED: 'closed' } as const
      const owners = { MINE: 'taken by the exporter', TEAM: 'submissions of the exporter’s team' } as const
      return [...line('Part of the queue', show ? shown[show] : 'open'), ...line('Whose', who && owners[who])]
    }
    case 'PASSAGES': {
      const { codes, below, all, by, which, within } = selection.passages
      const people = values.people.filter(({ id }) => by.includes(id))
      return [
        ...submissionLines({ ...within, code: codes }, words),
        ...line('Of several codes', all && codes.length > 1 && 'all of them overlap'),
        ...line('Codes below them', !below && 'left out'),
        ...line('Coded by', people.map(({ name, team }) => `${name} (${team})`).join('; ')),
        ...line('Codings', which && (which === 'AGREED' ? 'agreed' : 'originals')),
      ]
    }
    default:
      return submissionLines(selection.filter, words)
  }
}

function submissionLines(filter: SubmissionFilter, words: Words): ManifestLine[] {
  const chosen = facets.map(facet => {
    const on: readonly string[] = filter[facet]
    const labels = words[facet].filter(({ value }) => on.includes(value)).map(({ label }) => label)
    return { label: facetNames[facet], text: labels.join('; ') }
  })
  return [
    { label: 'Search', text: filter.q },
    ...chosen,
    { label: 'Assigned to', text: filter.mine ? 'the exporter' : '' },
    { label: 'Corrected since settled', text: filter.corrected ? 'yes' : '' },
  ].filter(({ text }) => text !== '')
}
