import { describe, expect, test } from 'vitest'

import type { Written } from './case-study'
import { proseOf } from './prose'
import { findingsIn, type Known } from './redaction'

const nobody: Known = { keptBack: [], shown: [], contacts: [] }
const contact = (name: string, email = '', telephone = ''): Known => ({
  ...nobody,
  contacts: [{ name, email, telephone }],
})
const empty: Written = {
  title: '',
  summary: '',
  whatHappened: [],
  whatWasNew: [],
  difference: [],
  learning: [],
  quotation: '',
  quotationSource: '',
  decisionArea: '',
}
const found = (text: string, known = nobody) =>
  findingsIn({ ...empty, whatHappened: proseOf(text) }, known).map(({ kind, words }) => `${kind} ${words}`)
const speaker = (text: string, known = nobody) =>
  findingsIn({ ...empty, quotationSource: text }, known).map(({ words }) => words)

describe('telephone numbers', () => {
  test.each([
    ['Ring 0121 496 0123 today.', '0121 496 0123'],
    ['Ring 01214960123.', '01214960123'],
    ['(0121) 496 0123', '(0121) 496 0123'],
    ['0121-496-0123', '0121-496-0123'],
    ['0121.496.0123', '0121.496.0123'],
    ['0121\u00a0496\u20110123', '0121\u00a0496\u20110123'],
    ['01\u00ad21 496 0123', '01\u00ad21 496 0123'],
    ['+44 121 496 0123', '+44 121 496 0123'],
    ['+44 (0)121 496 0123', '+44 (0)121 496 0123'],
    ['(+44) 7700 900123', '(+44) 7700 900123'],
    ['0044 7700 900 123', '0044 7700 900 123'],
    ['44 7700 900123', '44 7700 900123'],
    ['07700 900123', '07700 900123'],
    ['077 00 90 01 23', '077 00 90 01 23'],
    ['7700 900123', '7700 900123'],
    ['０７７００ ９００１２３', '０７７００ ９００１２３'],
    ['٠٧٧٠٠ ٩٠٠١٢٣', '٠٧٧٠٠ ٩٠٠١٢٣'],
    ['Call 0800 1111 at night', '0800 1111'],
    ['Tel: 496 0123', '496 0123'],
    ['Text us on 4960123.', '4960123'],
    ['+48 601 234 567', '+48 601 234 567'],
    ['oh seven seven double oh nine double oh one two three', null],
    [
      'zero seven seven zero zero nine zero zero one two three',
      'zero seven seven zero zero nine zero zero one two three',
    ],
  ])('"%s"', (text, number) => expect(found(text)).toEqual(number ? [`TELEPHONE ${number}`] : expect.anything()))

  test('two that follow each other, and what follows them', () => {
    expect(found('0121 496 0123 07700 900456 2 400 meals')).toEqual([
      'TELEPHONE 0121 496 0123',
      'TELEPHONE 07700 900456',
    ])
  })
  test('one of another country that the contact fields hold', () => {
    expect(found('They rang 22 555 12 34.', contact('', '', '22 555 1234'))).toEqual(['TELEPHONE 22 555 12 34'])
  })
})

describe('addresses on the internet', () => {
  test.each([
    ['Write to jo@example.org.', 'EMAIL jo@example.org'],
    ['Write to Jo.Bloggs+help@mail.example.co.uk, now', 'EMAIL Jo.Bloggs+help@mail.example.co.uk'],
    ['jo @ example.org', 'EMAIL jo @ example.org'],
    ['jo＠example.org', 'EMAIL jo＠example.org'],
    ['jo at example dot org', 'EMAIL jo at example dot org'],
    ['jo (at) example (dot) org', 'EMAIL jo (at) example (dot) org'],
    ['jo[at]example.co.uk', 'EMAIL jo[at]example.co.uk'],
    ['jo at mail dot example dot org', 'EMAIL jo at mail dot example dot org'],
    ['żółw@przykład.example', 'EMAIL żółw@przykład.example'],
    ['See https://example.org/a?b=c#d.', 'LINK https://example.org/a?b=c#d'],
    ['See (http://example.org)', 'LINK http://example.org'],
    ['www.example.org/help, too', 'LINK www.example.org/help'],
    ['on example.org.uk', 'LINK example.org.uk'],
    ['on larder.example/give', 'LINK larder.example/give'],
    ['HTTPS://EXAMPLE.ORG', 'LINK HTTPS://EXAMPLE.ORG'],
    ['example dot org', 'LINK example dot org'],
    ['facebook.com/larder', 'HANDLE facebook.com/larder'],
    ['https://www.instagram.com/larder_23/', 'HANDLE https://www.instagram.com/larder_23/'],
    ['Find @larder_23!', 'HANDLE @larder_23'],
    ['Instagram: larder_23', 'HANDLE Instagram: larder_23'],
  ])('"%s"', (text, finding) => expect(found(text)).toEqual([finding]))
})

describe('places where people live', () => {
  test.each([
    ['at 14 Vicarage Road', 'ADDRESS 14 Vicarage Road'],
    ['Flat 2, 14a Vicarage Road, Dudley', 'ADDRESS Flat 2, 14a Vicarage Road'],
    ['12-14 St. Mary’s Close', 'ADDRESS 12-14 St. Mary’s Close'],
    ['at 7 high street.', 'ADDRESS 7 high street'],
    ['Rose Cottage, Mill Lane', 'ADDRESS Rose Cottage, Mill Lane'],
    ['PO Box 23', 'ADDRESS PO Box 23'],
    ['WV2 4DJ', 'POSTCODE WV2 4DJ'],
    ['b13 9tu', 'POSTCODE b13 9tu'],
    ['EC1A1BB', 'POSTCODE EC1A1BB'],
    ['CV1-5FB', 'POSTCODE CV1-5FB'],
  ])('"%s"', (text, finding) => expect(found(text)).toEqual([finding]))
})

describe('names of people', () => {
  test.each([
    ['We met Mrs Preece.', 'Mrs Preece'],
    ['Dr. A. N. Sahota came', 'Dr. A. N. Sahota'],
    ['Cllr Isolde Merrick-Vaughan voted', 'Cllr Isolde Merrick-Vaughan'],
    ['My name is Wojciech Zawadzki and I cook', 'Wojciech Zawadzki'],
    ['my name’s samina, I sew', 'samina'],
    ['A man whose name was Tolliver came', 'Tolliver'],
    ['Pat Hollins set a table', 'Pat Hollins'],
    ['PAT HOLLINS', 'PAT HOLLINS'],
    ['Then José García rang', 'José García'],
    ['Maria de la Cruz sewed', 'Maria de la Cruz'],
    ['Siobhán O’Brien’s van', 'Siobhán O’Brien'],
    ['Sarah Wood drove', 'Sarah Wood'],
    ['Samina sewed', 'Samina'],
    ['Zdena Novakova said so', 'Zdena Novakova'],
    ['so said Zdena Novakova', 'Zdena Novakova'],
  ])('"%s"', (text, name) => expect(found(text)).toEqual([`NAME ${name}`]))

  test.each([
    ['Zdena Novakova, Hope House (example)', ['Zdena Novakova']],
    ['Zdena Novakova', ['Zdena Novakova']],
    ['Manager of a nursery in the Black Country', []],
    ['A member of Clee Edge Young Farmers', []],
    ['Volunteer Coordinator, Dudley', []],
    ['Packing shed worker', []],
    ['Hope House, Dudley', []],
  ])('of who said it: "%s"', (text, names) => expect(speaker(text)).toEqual(names))

  test.each([
    ['Zdena Novakova', 'ZDENA NOVAKOVA sewed', ['ZDENA NOVAKOVA']],
    ['Zdena Nováková', 'zdena   novakova sewed', ['zdena   novakova']],
    ['Zdena Novakova', 'Zdena-Novakova', ['Zdena-Novakova']],
    ['Zdena Novakova', 'with Novakova’s needle', ['Novakova']],
    ['Miss Zdena Anne-Marie Qureshi-Hart', 'for Hart and for Zdena', ['Hart', 'Zdena']],
    ['William', 'Bill came, and Billy', ['Bill', 'Billy']],
    ['Mohamed', 'Muhammad came', ['Muhammad']],
    ['harjinder (kitchen secretary)', 'Harjinder cooked', ['Harjinder']],
    ['Ask for Martin or Sophie', 'Martin and Sophie', ['Martin', 'Sophie']],
    ['May Pole', 'In May they began', []],
    ['Will Turner', 'Will you help? They will. Turner did.', ['Turner']],
    ['The club office', 'The club office opened', []],
    ['R.', 'R. was there', []],
  ])('that the contact field holds: %s in "%s"', (name, text, names) =>
    expect(found(text, contact(name)).map(finding => finding.replace('NAME ', ''))).toEqual(names),
  )

  test('that an address holds', () => {
    expect(found('then Zawadzka rang', contact('', 'anna.zawadzka@portal.example'))).toEqual(['NAME Zawadzka'])
    expect(found('the Office, the Larder', contact('', 'office.larder@portal.example'))).toEqual([])
  })

  test('told in full once are found by each part after that, in every field', () => {
    const written = { ...empty, title: 'Novakova sews', learning: proseOf('My name is Zdena Novakova.') }
    expect(findingsIn(written, nobody).map(({ words, places }) => [words, places[0]?.passage.field])).toEqual([
      ['Novakova', 'title'],
      ['Zdena Novakova', 'learning'],
    ])
  })
})

test.each([
  'Between 19 March and 31 July 2020 the walls were filled 2,940 times at a cost of £4,112.',
  'They cooked 2,400 meals, 07:30 to 19.30, on 01/02/2020 and 2020-08-07.',
  'From 01.04.2020 to 31.07.2020, Monday to Friday.',
  'Reference WM-7K3Q-2M9D, charity number 1123456, company 01234567.',
  'ISBN 0-19-852663-6; order no. 01234567890.',
  'It cost £1,460, then £ 07 123, and 0.0123456789 of it was lost.',
  'In Dudley, Walsall and the Black Country; from Stratford-on-Avon to Telford and Wrekin.',
  'Birmingham City Council and the University of Wolverhampton helped St Anne’s Church.',
  'Queen Elizabeth Hospital, Victoria Park, Elizabeth Court and Hope House opened.',
  'In May they will mark hope. Will they? Grace and joy are words. April was cold.',
  'In 2020 Green Lane was closed. 23 garden walls stood. It took three miles of road.',
  'Eleven parishes, 214 households, 0.8 miles a bag; about 60 degrees for six months.',
  'They met at the church. Then, e.g. at noon, i.e. 12 p.m., they ate 3 @ £5.',
  'Digital inclusion. Public health. Care and mental health. The NHS and the BBC.',
  'Ramadan, Easter, Diwali. Muslim, Sikh and Methodist volunteers. A1 paper, M6 and B4100.',
  'Year 11, Section 106, Covid-19, Level 2. 24/7. 1 in 4. 50:50.',
  'Twenty people, one two three four.',
  'A sister and a brother said so. The nurse told a doctor. Nurse practitioners agreed.',
  'At 5pm, M1 5pm, A1 1st.',
])('nothing is found in "%s"', text => expect(found(text)).toEqual([]))

describe('an organisation that consent keeps back', () => {
  const known: Known = {
    keptBack: ['Hope House Ltd (example)'],
    shown: [],
    contacts: [{ name: 'Zdena Novakova', email: 'z@hh.example', telephone: '' }],
  }
  test.each([
    ['At HOPE  HOUSE they ate', 'HOPE  HOUSE'],
    ['hopehouse', 'hopehouse'],
    ['Hôpe—House Ltd.', 'Hôpe—House Ltd'],
    ['info@hopehouse.org', null],
  ])('is found in "%s" and cannot stand', (text, words) => {
    const [finding] = findingsIn({ ...empty, whatHappened: proseOf(text) }, known)
    expect(finding).toMatchObject({ kind: 'ORGANISATION', forbidden: true, words: words ?? text })
  })

  test('is given away by the whole name of who wrote for it, not by one word of that', () => {
    const findings = findingsIn({ ...empty, whatHappened: proseOf('Zdena Novakova sewed.\n\nZdena sewed.') }, known)
    expect(findings.map(({ words, forbidden }) => [words, forbidden])).toEqual([
      ['Zdena Novakova', true],
      ['Zdena', false],
    ])
  })

  test('is no person where it may be shown', () => {
    const named = { ...known, keptBack: [], shown: ['Martha Lane Kitchen (example)'] }
    expect(found('Martha Lane Kitchen said so. Martha did.', named)).toEqual(['NAME Martha'])
  })
})

test('alternative text and captions are read, and positions are code points', () => {
  const written: Written = {
    ...empty,
    difference: [
      { kind: 'paragraph', text: '😀😀 ring 07700 900123' },
      {
        kind: 'figure',
        image: '00000000-0000-4000-8000-000000000000',
        width: 3,
        height: 2,
        alt: 'Samina sews',
        caption: '@larder_23',
      },
    ],
  }
  expect(
    findingsIn(written, nobody).flatMap(({ words, places }) =>
      places.map(({ passage, span }) => [words, passage.block, passage.part, span.start, span.end]),
    ),
  ).toEqual([
    ['07700 900123', 0, 'text', 8, 20],
    ['Samina', 1, 'alt', 0, 6],
    ['@larder_23', 1, 'caption', 0, 10],
  ])
})

describe('texts made to take long', () => {
  const long = 10_000
  test.each([
    ['letters', 'a'.repeat(long)],
    ['digits', '0'.repeat(long)],
    ['parted digits', '0 1-'.repeat(long / 4)],
    ['plus signs', '+4 4'.repeat(long / 4)],
    ['at signs', 'a@'.repeat(long / 2)],
    ['spelled', 'a at '.repeat(long / 5)],
    ['dots', 'a.'.repeat(long / 2)],
    ['dot words', 'a dot '.repeat(long / 6)],
    ['capitals', 'Aa '.repeat(long / 3)],
    ['titles', 'Mr '.repeat(long / 3)],
    ['first names', 'Pat '.repeat(long / 4)],
    ['house numbers', '1 Aa '.repeat(long / 5)],
    ['numbers in words', 'one '.repeat(long / 4)],
    ['name letters', 'h'.repeat(long)],
    ['hyphens', 'Aa-'.repeat(long / 3)],
    ['links', 'https://'.repeat(long / 8)],
    ['marks', '\u0301'.repeat(long)],
    ['brackets', '(at('.repeat(long / 4)],
    ['spaces', `Mr${' '.repeat(long)}x`],
  ])('%s', (_, text) => {
    const known = { keptBack: ['hhhhhhhhhhhhhhhhhhhhhhhhhhhhx'], shown: [], contacts: contact('Pat Aa').contacts }
    // of the processor, whatever else runs on it
    const began = process.cpuUsage()
    findingsIn({ ...empty, whatHappened: [{ kind: 'paragraph', text }] }, known)
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000)
  })
})
