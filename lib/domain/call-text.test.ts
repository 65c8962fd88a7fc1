import { expect, test } from 'vitest'

import { heldTogether, isWebAddress, leadsOn, linkedParts, paragraphs } from './call-text'

test.each([
  ['', []],
  ['  \n\n \n', []],
  ['one', ['one']],
  ['one\ntwo', ['one\ntwo']],
  ['one\n\ntwo\n \t\n\n three ', ['one', 'two', 'three']],
  ['one\r\n\r\ntwo', ['one', 'two']],
])('%j has the paragraphs %j', (text, expected) => {
  expect(paragraphs(text)).toEqual(expected)
})

const contact = 'call@example.org'
const mail = { text: contact, href: `mailto:${contact}` }

test.each([
  ['', []],
  ['no address', [{ text: 'no address' }]],
  ['by contacting [email protected]', [{ text: 'by contacting ' }, mail]],
  ['[email protected], or [Email protected]', [mail, { text: ', or ' }, mail]],
  [
    'Write to press@wlv.ac.uk.',
    [{ text: 'Write to ' }, { text: 'press@wlv.ac.uk', href: 'mailto:press@wlv.ac.uk' }, { text: '.' }],
  ],
  [
    'See (https://www.bvsc.org/report), please.',
    [
      { text: 'See (' },
      { text: 'https://www.bvsc.org/report', href: 'https://www.bvsc.org/report' },
      { text: '), please.' },
    ],
  ],
  ['javascript:alert(1)', [{ text: 'javascript:alert(1)' }]],
])('the links in %j', (text, expected) => {
  expect(linkedParts(text, contact)).toEqual(expected)
})

test('no word is lost or added but for the contact address', () => {
  const text = 'a https://a.example/?q=1). b@c.example d [email protected]!'
  const shown = linkedParts(text, '[email protected]')
  expect(shown.map(part => part.text).join('')).toBe(text)
})

test.each([
  ['please visit:', true],
  ['please visit: \n', true],
  ['please visit', false],
  ['', false],
])('%j leads on: %s', (text, expected) => {
  expect(leadsOn(text)).toBe(expected)
})

test.each([
  ['https://www.wlv.ac.uk/', true],
  ['HTTP://wlv.ac.uk', true],
  ['javascript:alert(1)', false],
  ['www.wlv.ac.uk', false],
  ['https://', false],
  ['', false],
])('%j is a web address: %s', (address, expected) => {
  expect(isWebAddress(address)).toBe(expected)
})

test('Covid-19 stays on one line, other hyphens may break', () => {
  expect(heldTogether('to Covid-19 in well-known places')).toEqual([
    { text: 'to ', held: false },
    { text: 'Covid-19', held: true },
    { text: ' in well-known places', held: false },
  ])
})
