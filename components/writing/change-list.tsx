import type { WordChange } from '@/lib/domain/word-changes'

/** What differs, field by field: added words underlined, removed ones struck through, both said to a screen reader. */
export function ChangeList({ changes }: { changes: { label: string; changes: WordChange[] }[] }) {
  if (changes.length === 0) return <p>The two are the same, word for word.</p>
  return (
    <>
      <p className="mb-4 text-muted">
        <ins className="bg-moss-tint px-0.5 decoration-2">Added words</ins> are underlined,{' '}
        <del className="bg-furnace-tint px-0.5 decoration-2">removed words</del> are struck through.
      </p>
      {changes.map(({ label, changes: stretches }) => (
        <section key={label} className="mb-6">
          <h3 className="mb-1 text-base">{label}</h3>
          <p dir="auto" className="max-w-[66ch] wrap-break-word whitespace-pre-line">
            {stretches.map((stretch, index) => (
              <Stretch key={index} {...stretch} />
            ))}
          </p>
        </section>
      ))}
    </>
  )
}

function Stretch({ kind, text }: WordChange) {
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className={kind === 'added' ? 'bg-moss-tint decoration-2' : 'bg-furnace-tint decoration-2'}>
      <span className="sr-only"> [{kind}: </span>
      {text}
      <span className="sr-only">] </span>
    </Mark>
  )
}
