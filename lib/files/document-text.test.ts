import { describe, expect, test } from 'vitest'

import {
  makeDocx,
  makeOdt,
  makePdf,
  makePdfBomb,
  makeWrittenDocx,
  makeWrittenPdf,
  makeZip,
} from '@/lib/testing/material-makers'
import { documentText } from './document-text'

const pdf = 'application/pdf'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const odt = 'application/vnd.oasis.opendocument.text'

const word = (body: string) => makeDocx({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` })
const open = (body: string) =>
  makeOdt({
    'content.xml': `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })

describe('the text of a document', () => {
  test('of a PDF comes page by page, a paragraph apart where it stands apart', async () => {
    const made = await makeWrittenPdf(['We opened the hall.', 'Forty came — “naïve”, they said.'], ['Then it rained.'])
    expect(await documentText(made, pdf)).toBe(
      'We opened the hall.\n\nForty came — “naïve”, they said.\n\nThen it rained.',
    )
  })

  test('of a long paragraph of a PDF keeps its lines together', async () => {
    const line = 'The hall was cold and the soup was hot. '
    const text = await documentText(await makeWrittenPdf([line.repeat(12)]), pdf)
    expect(text.replace(/\n/g, ' ')).toBe(line.repeat(12).trim())
    expect(text).not.toContain('\n\n')
  })

  test('of Word and of OpenDocument', async () => {
    expect(await documentText(await makeWrittenDocx('One &amp; two', 'Cafe&#x301; &lt;3'), docx)).toBe(
      'One & two\n\nCafé <3',
    )
    const rich =
      '<w:p><w:pPr><w:t>style</w:t></w:pPr><w:r><w:t>Left</w:t><w:tab/><w:t>right</w:t><w:br/><w:t>below</w:t></w:r></w:p>' +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>' +
      '<w:p><w:del><w:r><w:t>taken out</w:t></w:r></w:del><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>'
    expect(await documentText(await word(rich), docx)).toBe('Left\tright\nbelow\n\nIn a table\n\nput in')
    const odtBody =
      '<text:h>Head</text:h><text:p>One<text:s/>two<text:note><text:p>aside</text:p></text:note><text:line-break/>three</text:p>'
    expect(await documentText(await open(odtBody), odt)).toBe('Head\n\nOne two\nthree')
  })

  test('is not there in a scan, a picture, and what is no document', async () => {
    expect(await documentText(makePdf(), pdf)).toBe('')
    expect(await documentText(await makeWrittenPdf([]), pdf)).toBe('')
    expect(await documentText(await makeDocx(), docx)).toBe('')
    expect(await documentText(Buffer.from('anything'), 'image/png')).toBe('')
  })

  test('is kept to 1,000,000 characters, none of them cut in two', async () => {
    const text = await documentText(await makeWrittenDocx('👍🏽'.repeat(600_000)), docx)
    expect([...text]).toHaveLength(1_000_000)
    expect(text).not.toMatch(/\p{Surrogate}/u)
  })
})

describe('what is made to do harm has no text', () => {
  test.each([
    ['a PDF of noise', () => Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}`), pdf],
    ['a PDF cut off', async () => (await makeWrittenPdf(['Words'])).subarray(0, 300), pdf],
    ['a zip file cut off', async () => (await makeWrittenDocx('Words')).subarray(0, 200), docx],
    ['a PDF that unpacks to half a gigabyte', () => makePdfBomb(512 * 1_048_576), pdf],
    ['a part that unpacks to 40 MB', () => makeDocx({ 'word/document.xml': Buffer.alloc(40_000_000, ' ') }), docx],
    ['a part nested too deep', () => word('<a>'.repeat(20_000)), docx],
    [
      'entities of its own',
      () =>
        makeDocx({
          'word/document.xml': `<!DOCTYPE d [<!ENTITY a "${'lol'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>`,
        }),
      docx,
    ],
    [
      'a file of the machine',
      () => makeZip({ 'content.xml': '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><text:p>&x;</text:p>' }),
      odt,
    ],
  ])(
    '%s',
    async (_, make, type) => {
      expect(await documentText(await make(), type)).toBe('')
    },
    30_000,
  )

  test('and a PDF of very many pages ends in time', async () => {
    const pages = Array.from({ length: 400 }, (_, index) => [`Page ${index + 1}`])
    expect(await documentText(await makeWrittenPdf(...pages), pdf)).toContain('Page 400')
  }, 30_000)
})
