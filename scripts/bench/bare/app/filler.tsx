/** Paragraphs that make a page of about so many bytes: each stands in the page twice, as markup and as data for the browser. */
export function Filler({ bytes }: { bytes: number }) {
  const words = 'Neighbours opened the old shop as a pantry, three mornings a week, and asked nobody for a name. '
  const frame = 5_000
  const paragraphs = Math.max(1, Math.round((Math.min(bytes, 2_000_000) - frame) / 2 / (words.length * 3 + 30)))
  return (
    <main>
      {Array.from({ length: paragraphs }, (_, index) => (
        <p key={index}>{`${index} ${words.repeat(3)}`}</p>
      ))}
    </main>
  )
}
