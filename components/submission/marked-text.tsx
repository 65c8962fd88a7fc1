import { markedPieces } from '@/lib/domain/search-words'

/** An excerpt with the found words marked. Its pieces are text: nothing in them is markup. */
export function MarkedText({ text }: { text: string }) {
  return markedPieces(text).map((piece, index) =>
    piece.found ? (
      <mark key={index} className="rounded-sm bg-canal-tint px-0.5 font-semibold text-ink">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
