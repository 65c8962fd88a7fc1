'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import type { DrawPreview } from '@/lib/data/assigning'
import type { DrawInput } from '@/lib/domain/assignment-draw'

import { assign } from './actions'

/** What a draw would give to whom, and the button that does it. */
export function DrawResult({ preview, input }: { preview: DrawPreview; input: DrawInput }) {
  const { assigned, doubled, short, left, people } = preview
  if (assigned === 0)
    return (
      <Notice>{left === 0 ? 'There is nothing to assign.' : `Nobody who takes part may have ${count(left)}.`}</Notice>
    )
  return (
    <div className="flex flex-col gap-6">
      <p>
        {count(assigned)} would be assigned, {doubled.toLocaleString('en-GB')} of them to two people.
      </p>
      {short > 0 ? (
        <Notice tone="furnace" title={`${short.toLocaleString('en-GB')} fewer than the share are coded by two`}>
          Nobody of a second team may have them. Let more people take part.
        </Notice>
      ) : null}
      {left > 0 ? (
        <Notice tone="furnace">Everybody who takes part has a conflict of interest with {count(left)}.</Notice>
      ) : null}
      <Table caption="What each would get">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Team</th>
            <th scope="col" className="number">
              New
            </th>
            <th scope="col" className="number">
              Of these, coded by two
            </th>
            <th scope="col" className="number">
              Open then
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(person => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{person.team}</td>
              <td className="number">{person.given}</td>
              <td className="number">{person.doubled}</td>
              <td className="number">{person.open}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {teamsOf(people).map(team => (
            <tr key={team.name}>
              <th scope="row">All of {team.name}</th>
              <td>{team.name}</td>
              <td className="number">{team.given}</td>
              <td className="number">{team.doubled}</td>
              <td className="number">{team.open}</td>
            </tr>
          ))}
        </tfoot>
      </Table>
      <ActionForm action={assign} submit={`Assign ${count(assigned)}`} label="Assign them">
        <input type="hidden" name="share" value={input.share} />
        <input type="hidden" name="seed" value={input.seed} />
        <input type="hidden" name="digest" value={preview.digest} />
        {input.people.map(id => (
          <input key={id} type="hidden" name="people" value={id} />
        ))}
      </ActionForm>
    </div>
  )
}

function count(submissions: number) {
  return submissions === 1 ? '1 submission' : `${submissions.toLocaleString('en-GB')} submissions`
}

function teamsOf(people: DrawPreview['people']) {
  const names = [...new Set(people.map(({ team }) => team))]
  return names.map(name => {
    const members = people.filter(({ team }) => team === name)
    const sum = (of: 'given' | 'doubled' | 'open') => members.reduce((total, member) => total + member[of], 0)
    return { name, given: sum('given'), doubled: sum('doubled'), open: sum('open') }
  })
}
