import { isWebAddress, linkedParts, paragraphs } from '@/lib/domain/call-text'

/** Words that staff typed, with their addresses as links. `contact` is shown where the call's text stands in for it. */
export function LinkedText({ text, contact }: { text: string; contact: string }) {
  return linkedParts(text, contact).map((part, index) =>
    part.href ? (
      <a key={index} href={part.href} className="wrap-anywhere">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  )
}

/** The same in paragraphs. */
export function LinkedParagraphs({ text, contact }: { text: string; contact: string }) {
  return paragraphs(text).map((paragraph, index) => (
    <p key={index} className="whitespace-pre-line">
      <LinkedText text={paragraph} contact={contact} />
    </p>
  ))
}

/** An address to write to. */
export function MailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className="wrap-anywhere">
      {address}
    </a>
  )
}

/** A link to somewhere else, where staff gave an address that can be linked; else the words alone. */
export function OutsideLink({ href, children }: { href: string; children: string }) {
  return isWebAddress(href) ? <a href={href}>{children}</a> : children
}
