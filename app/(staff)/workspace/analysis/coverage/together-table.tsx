import Link from 'next/link'

import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { nested, type CoverageRow, type Together } from '@/lib/domain/coverage'

import { invitationTo, submissionsNaming } from './addresses'

type Props = { places: CoverageRow[]; types: CoverageRow[]; together: Together[] }

/** Authorities by types of organisation: a figure leads to its submissions, a nought to a text to send. */
export function TogetherTable({ places, types, together }: Props) {
  const heard = new Map(together.map(each => [`${each.place} ${each.type}`, each.heard]))
  return (
    <Disclosure summary="Authorities by type of organisation" className="mt-8">
      <Table caption="Responses by authority and type of organisation" wide>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            {types.map(type => (
              <th key={type.key} scope="col" className="number">
                {type.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nested(places.filter(({ authority }) => authority)).map(place => (
            <tr key={place.key}>
              <th scope="row" className={place.within ? 'pl-8! font-normal' : 'font-normal'}>
                {place.name}
              </th>
              {types.map(type => (
                <td key={type.key} className="number">
                  <Cell place={place} type={type} heard={heard.get(`${place.key} ${type.key}`) ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  )
}

function Cell({ place, type, heard }: { place: CoverageRow; type: CoverageRow; heard: number }) {
  const href = heard > 0 ? submissionsNaming(place, type) : place.offered ? invitationTo(place, type) : null
  const words = heard > 0 ? `: submissions, ${type.name}, ${place.name}` : `: text to send, ${type.name}, ${place.name}`
  if (!href) return heard
  return (
    <Link
      href={href}
      prefetch={false}
      className={
        heard > 0
          ? 'inline-flex min-h-6 min-w-6 items-center justify-end'
          : 'inline-flex min-h-6 min-w-6 items-center justify-end font-semibold text-furnace hover:text-furnace-strong'
      }
    >
      {heard}
      <span className="sr-only">{words}</span>
    </Link>
  )
}
