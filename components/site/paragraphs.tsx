import { paragraphs } from '@/lib/domain/call-text'

/** What somebody wrote, in its paragraphs, each in the direction of its own script. */
export function Paragraphs({ text }: { text: string }) {
  return paragraphs(text).map((paragraph, index) => (
    <p key={index} dir="auto" className="whitespace-pre-line">
      {paragraph}
    </p>
  ))
}
