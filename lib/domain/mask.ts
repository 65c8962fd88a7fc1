/** `jane@example.org` as `j•••@example.org`: enough to recognise it, too little to write to. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '•••' : `${Array.from(address)[0]}•••${address.slice(at)}`
}

// Whatever is long enough to be a secret may be one: a hidden name does less harm than a shown token.
const secretLength = 16

/** A text with every email address masked, and in every address of a page all that could open it. */
export function maskText(text: string): string {
  return text.replace(/\bhttps?:\/\/[^\s<>"]+/giu, maskLink).replace(/[^\s<>()",;:]+@[^\s<>()",;:@]+/gu, maskAddress)
}

function maskLink(link: string): string {
  const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]*)([^?#]*)/i.exec(link) ?? []
  const segments = path.split('/').map((segment, index, all) => {
    const opens = ['evidence', 'resume', 'invite'].includes(all[index - 1] ?? '')
    return segment !== '' && (opens || segment.length >= secretLength) ? '•••' : segment
  })
  const more = link.length > origin.length + path.length ? '?•••' : ''
  // a name and a password may stand before the host
  return origin.replace(/\/\/.*@/, '//') + segments.join('/') + more
}
