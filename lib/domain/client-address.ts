import { BlockList, isIP } from 'node:net'

/** Proxies whose word about a client's address is taken. Built once from addresses and ranges such as `10.0.0.0/8`. */
export function trustedProxies(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of addresses) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** `::ffff:10.0.0.1` is `10.0.0.1`. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address
}

function isTrusted(proxies: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * The client's address: the socket's, or, where that is a trusted proxy, the last one in `X-Forwarded-For` that is not.
 * What a client writes there itself stands further left and is never believed.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, proxies: BlockList): string {
  let address = plain(socketAddress)
  const hops = (forwardedFor ?? '').split(',').map(hop => plain(hop.trim()))
  while (isTrusted(proxies, address)) {
    const next = hops.pop()
    if (!next || isIP(next) === 0) break
    address = next
  }
  return address
}
