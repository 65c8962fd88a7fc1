import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { CodeChange, differencesInWords } from '@/lib/domain/codebook-change'
import type { PlannedCode } from '@/lib/domain/codebook-import'

/** What an import adds and changes, in the order of the file. */
export function PlanTable({ codes }: { codes: PlannedCode[] }) {
  return (
    <Table caption="What would be added and changed" captionHidden>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">In the file</th>
          <th scope="col">What is done</th>
        </tr>
      </thead>
      <tbody>
        {codes
          .filter(code => code.kind !== 'same')
          .map(code => (
            <tr key={code.ref}>
              <th scope="row">{code.name}</th>
              <td>{code.at}</td>
              <td>
                <Tag tone={code.kind === 'add' ? 'moss' : 'canal'}>{code.kind === 'add' ? 'Added' : 'Changed'}</Tag>
                <Told code={code} />
              </td>
            </tr>
          ))}
      </tbody>
    </Table>
  )
}

function Told({ code }: { code: PlannedCode }) {
  const parent = code.parentName
  const differences = code.kind === 'change' ? differencesInWords(CodeChange.parse({ fields: code.fields })) : []
  const placed = code.moved || (code.kind === 'add' && parent)
  return (
    <ul className="mt-1 flex flex-col gap-1 text-sm">
      {placed ? <li>{parent ? `Stands under ${parent}.` : 'Stands at the top.'}</li> : null}
      {code.kind === 'add' && code.retired ? <li>Retired.</li> : null}
      {differences.map(({ label, before, after }) => (
        <li key={label} className="whitespace-pre-line">
          <span className="font-semibold">{label}: </span>
          <del>{before || 'nothing'}</del> <ins>{after || 'nothing'}</ins>
        </li>
      ))}
    </ul>
  )
}
