/**
 * The network that an address stands for when attempts are counted: an IPv4 address itself, the first 64 bits of an
 * IPv6 address (a household or a firm has that many to choose from). What is no address counts as one network.
 */
export function networkOf(address: string | null | undefined): string {
  const given = (address ?? '').trim().toLowerCase().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(given)?.[1] ?? given
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) return mapped
  if (!/^[0-9a-f:]+$/.test(mapped) || !mapped.includes(':')) return 'unknown'
  const [before = '', after] = mapped.split('::')
  const left = before.split(':').filter(Boolean)
  const right = (after ?? '').split(':').filter(Boolean)
  const missing = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
