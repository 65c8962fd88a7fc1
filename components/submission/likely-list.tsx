import Link from 'next/link'

type Likely = {
  reference: string
  title: string
  organisationName: string
  byName: number
  byText: number
  sameSender: boolean
}

/** Submissions that may be the same evidence, and why. `compareWith` leads to both side by side. */
export function LikelyList({ likely, compareWith }: { likely: Likely[]; compareWith?: string }) {
  return (
    <ul className="flex flex-col gap-3">
      {likely.map(each => (
        <li key={each.reference}>
          <Link
            href={`/workspace/submissions/${each.reference}`}
            prefetch={false}
            className="font-semibold break-words"
          >
            {each.title || each.reference}
          </Link>
          <p className="text-sm text-muted">
            {each.reference} · {each.organisationName}
          </p>
          <p className="text-sm">{reasons(each).join(', ')}</p>
          {compareWith ? (
            <Link
              href={`/workspace/submissions/${compareWith}/compare/${each.reference}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center"
            >
              Compare<span className="sr-only"> with {each.reference}</span>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function reasons({ byName, byText, sameSender }: Likely): string[] {
  return [
    ...(sameSender ? ['same address'] : []),
    ...(byName >= 0.95 ? ['same organisation'] : byName >= 0.65 ? ['a similar name'] : []),
    ...(byText >= 0.9 ? ['the same text'] : byText >= 0.4 ? ['a similar text'] : []),
  ]
}
