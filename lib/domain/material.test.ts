import { describe, expect, test } from 'vitest'

import { acceptedFiles, fileLimits, safeFileName, sizeInWords } from './material'

const pdf = 'application/pdf'

describe('a name that is safe', () => {
  test.each([
    ['report.pdf', pdf, 'report.pdf'],
    ['Report.PDF', pdf, 'Report.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['photo.heic', 'image/jpeg', 'photo.jpg'],
    ['photo.jpg.exe', 'image/jpeg', 'photo.jpg.jpg'],
    ['../../etc/passwd', pdf, 'passwd.pdf'],
    ['C:\\fakepath\\my report.docx', pdf, 'my report.pdf'],
    ['minutes v1.2', pdf, 'minutes v1.2.pdf'],
    ['', pdf, 'file.pdf'],
    ['.pdf', pdf, 'file.pdf'],
    ['..', pdf, 'file.pdf'],
    ['con.pdf', pdf, 'file.pdf'],
    ['a\u0000b\r\nc.pdf', pdf, 'abc.pdf'],
    ['invoice\u202Efdp.exe', pdf, 'invoicefdp.pdf'],
    ['half\uD800.pdf', pdf, 'half.pdf'],
    ['cafe\u0301.pdf', pdf, 'café.pdf'],
    ['食べ物 🍲.pdf', pdf, '食べ物 🍲.pdf'],
    ['a"b<c>;d.pdf', pdf, 'abc;d.pdf'],
    ['  spaced   out .pdf', pdf, 'spaced out.pdf'],
  ] as const)('%j', (given, type, safe) => {
    expect(safeFileName(given, type)).toBe(safe)
  })

  test('is cut to its limit, ending and all, and never through a character', () => {
    const named = safeFileName(`${'🍲'.repeat(300)}.pdf`, pdf)
    expect([...named]).toHaveLength(fileLimits.name)
    expect(named.endsWith('🍲.pdf')).toBe(true)
  })
})

test.each([
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1024, '1 KB'],
  [655_360, '640 KB'],
  [1_048_575, '1 MB'],
  [2_516_582, '2.4 MB'],
  [10_485_760, '10 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})

test('a file field knows types and endings', () => {
  expect(acceptedFiles).toContain('image/heic,.heic,.heif')
})
