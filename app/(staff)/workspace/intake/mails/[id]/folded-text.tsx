import { Disclosure } from '@/components/ui/disclosure'
import type { Segment } from '@/lib/mail/incoming/fold'

const folded = { quote: 'Quoted from an earlier mail', signature: 'Signature' }

/** A mail's own words; what it quotes and how it is signed can be opened. */
export function FoldedText({ segments }: { segments: Segment[] }) {
  const filled = segments.filter(({ text }) => text.trim() !== '')
  if (filled.length === 0) return <p className="text-muted">This mail has no text.</p>
  return (
    <div className="flex max-w-[70ch] flex-col gap-4">
      {filled.map(({ kind, text }, index) =>
        kind === 'text' ? (
          <p key={index} dir="auto" className="font-serif text-lg break-words whitespace-pre-wrap">
            {text.trim()}
          </p>
        ) : (
          <Disclosure key={index} summary={folded[kind]}>
            <p dir="auto" className="break-words whitespace-pre-wrap">
              {text}
            </p>
          </Disclosure>
        ),
      )}
    </div>
  )
}
