import Link from 'next/link'

import { citeStateWords, type CitedSpan } from '@/lib/domain/citation'

/** The citations of the text that no longer rest on what they did, each with what is known of it. */
export function CitationWarnings({ cited }: { cited: CitedSpan[] }) {
  const broken = cited.flatMap(({ coding, state, span }) => (state === 'standing' ? [] : [{ coding, state, span }]))
  if (broken.length === 0) return null
  return (
    <div className="border-l-4 border-furnace pl-3">
      <h3 className="text-base">Citations to look at</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {broken.map(({ coding, state, span }) => (
          <li key={coding}>
            {span ? <span className="font-serif">“{span.words}” </span> : null}
            {citeStateWords[state]}
            {span ? (
              <>
                {' '}
                <Link href={span.href} prefetch={false}>
                  {span.reference}
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
