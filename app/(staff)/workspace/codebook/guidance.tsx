import type { CodeView } from '@/lib/data/codes'

/** What a code means and when it is used. */
export function Guidance({ code }: { code: Pick<CodeView, 'definition' | 'whenToUse' | 'whenNot' | 'example'> }) {
  const parts = [
    { term: 'When to use', text: code.whenToUse },
    { term: 'When not to use', text: code.whenNot },
    { term: 'Example', text: code.example },
  ].filter(part => part.text)
  return (
    <div className="max-w-[66ch]">
      <p dir="auto" className={code.definition ? 'whitespace-pre-line' : 'text-muted'}>
        {code.definition || 'It has no definition yet.'}
      </p>
      {parts.length > 0 ? (
        <dl className="mt-3 flex flex-col gap-2">
          {parts.map(({ term, text }) => (
            <div key={term}>
              <dt className="font-semibold">{term}</dt>
              <dd dir="auto" className="whitespace-pre-line">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}
