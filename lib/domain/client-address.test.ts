import { describe, expect, test } from 'vitest'

import { clientAddress, trustedProxies } from './client-address'

describe('whose address a request is counted under', () => {
  const cases: [told: string, socket: string, forwarded: string | undefined, trusted: string[], address: string][] = [
    ['nobody is trusted: a header is not believed', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
    ['a stranger writes the header', '203.0.113.9', '198.51.100.1', ['10.0.0.0/8'], '203.0.113.9'],
    ['a trusted proxy names its client', '10.1.2.3', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    [
      'what the client wrote before it is not believed',
      '10.1.2.3',
      '1.1.1.1, 198.51.100.1',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['two trusted proxies', '10.1.2.3', '198.51.100.1, 10.9.9.9', ['10.0.0.0/8'], '198.51.100.1'],
    ['a trusted proxy that says nothing', '10.1.2.3', undefined, ['10.1.2.3'], '10.1.2.3'],
    ['a trusted proxy that says nonsense', '10.1.2.3', 'unknown', ['10.1.2.3'], '10.1.2.3'],
    ['an IPv4 address in IPv6 clothes', '::ffff:10.1.2.3', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    ['IPv6', 'fd00::1', '2001:db8::7', ['fd00::/8'], '2001:db8::7'],
  ]
  test.each(cases)('%s', (_told, socket, forwarded, trusted, address) => {
    expect(clientAddress(socket, forwarded, trustedProxies(trusted))).toBe(address)
  })
})
