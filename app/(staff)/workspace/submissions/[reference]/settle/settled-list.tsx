import { Disclosure } from '@/components/ui/disclosure'
import { Swatch, Tag } from '@/components/ui/tag'
import type { SettledView } from '@/lib/data/settling-view'

/** What is settled already, the newest first. */
export function SettledList({ settled }: { settled: SettledView[] }) {
  if (settled.length === 0) return null
  return (
    <Disclosure summary={`Settled so far (${settled.length})`} className="mt-8">
      <ol aria-label="Settled so far" className="flex max-w-4xl flex-col gap-2">
        {settled.map(({ id, code, outcome, words }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Tag tone={outcome === 'agreed' ? 'moss' : 'neutral'}>{outcome === 'agreed' ? 'Agreed' : 'Dropped'}</Tag>
            <span className="flex items-center gap-2 font-semibold">
              <Swatch colour={code.colour} />
              {code.name}
            </span>
            <span dir="auto" className="min-w-0 font-serif break-words">
              {words ? `“${words}”` : outcome === 'agreed' ? 'on the whole submission' : ''}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
