import { expect, test } from 'vitest'

import { csvLine, csvResponse, type Cell } from './csv-export'

test.each([
  [['a', 'b'], 'a,b'],
  [['a, b', 'say "no"', 'two\nlines'], '"a, b","say ""no""","two\nlines"'],
  [['=1+1', '+44', '-1', '@sum', '\tx'], `'=1+1,'+44,'-1,'@sum,'\tx`],
  [['=HYPERLINK("x","y")'], `"'=HYPERLINK(""x"",""y"")"`],
  [[7, -7, null, '', ' x'], '7,-7,,," x"'],
] satisfies [Cell[], string][])('%j', (cells, expected) => {
  expect(csvLine(cells)).toBe(`${expected}\r\n`)
})

test('a file is written while it is read', async () => {
  const given: string[] = []
  async function* lines() {
    for (const line of ['a\r\n', 'b\r\n']) {
      given.push(line)
      yield line
    }
  }
  const response = csvResponse('x.csv', lines())
  expect(given.length).toBeLessThan(2)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toBe('a\r\nb\r\n')
})
