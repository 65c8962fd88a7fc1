import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'

import type { RegionPlace } from './region-tiles'

type RegionTableProps = {
  summary: string
  caption: string
  columns: { place: string; value: string }
  places: readonly RegionPlace[]
}

/** What the tiles show, as a table behind a disclosure. */
export function RegionTable({ summary, caption, columns, places }: RegionTableProps) {
  return (
    <Disclosure summary={summary} className="mt-4">
      <Table caption={caption} className="max-w-md">
        <thead>
          <tr>
            <th scope="col">{columns.place}</th>
            <th scope="col" className="number">
              {columns.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(place => (
            <tr key={place.key}>
              <th scope="row" className="font-normal">
                {place.name}
              </th>
              <td className="number">{place.value}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  )
}
