import { describe, expect, test } from 'vitest'
import type { StepName } from './step-fields'
import { steps } from './steps'

const whole = {
  organisation: {
    organisationName: 'Pantry',
    organisationType: 'FAITH',
    practice: 'OWN',
    practiceOf: '',
    communities: [],
  },
  place: { places: ['dudley'], neighbourhood: '' },
  example: { title: 'Meals', prompts: ['anchors'] },
  story: { whatHappened: 'We cooked.', difference: '', learned: '' },
  material: { links: [] },
  contact: {
    contactName: '',
    email: '',
    mayTelephone: 'NO',
    telephone: '',
    bestTimes: '',
    publish: 'NO',
    wishes: [],
  },
}

function errorsOf(step: StepName, changes: Record<string, unknown>): string[] {
  const parsed = steps[step].safeParse({ ...whole[step], ...changes })
  return parsed.success ? [] : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
}

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
const megabyte = 'x'.repeat(1_000_000)

test.each(Object.keys(whole) as StepName[])('%s takes a whole answer', step => {
  expect(errorsOf(step, {})).toEqual([])
})

test.each<[StepName, Record<string, unknown>, string[]]>([
  ['organisation', { organisationName: '' }, ['organisationName: organisationName.missing']],
  ['organisation', { organisationName: ' \u200b\u0000\n' }, ['organisationName: organisationName.missing']],
  ['organisation', { organisationName: 'x'.repeat(200) }, []],
  ['organisation', { organisationName: '😀'.repeat(200) }, []],
  ['organisation', { organisationName: 'x'.repeat(201) }, ['organisationName: organisationName.long']],
  ['organisation', { organisationName: megabyte }, ['organisationName: organisationName.long']],
  ['organisation', { organisationName: ['a', 'b'] }, ['organisationName: organisationName.missing']],
  ['organisation', { organisationType: 'CHURCH' }, ['organisationType: organisationType.missing']],
  ['organisation', { practice: undefined }, ['practice: practice.missing']],
  ['organisation', { practice: 'ELSEWHERE' }, ['practiceOf: practiceOf.missing']],
  ['organisation', { practice: 'ELSEWHERE', practiceOf: 'Mosque' }, []],
  ['organisation', { communities: 'Carers' }, ['communities: communities.unknown']],
  ['place', { places: [] }, ['places: places.missing']],
  ['place', { places: Array.from({ length: 101 }, (_, i) => `p${i}`) }, ['places: places.unknown']],
  ['place', { neighbourhood: 'x'.repeat(201) }, ['neighbourhood: neighbourhood.long']],
  ['example', { title: 'x'.repeat(151) }, ['title: title.long']],
  ['example', { prompts: [] }, ['prompts: prompts.missing']],
  ['example', { prompts: ['none'] }, []],
  ['example', { prompts: ['none', 'anchors'] }, ['prompts: prompts.contradiction']],
  ['story', { whatHappened: ' ' }, ['whatHappened: whatHappened.missing']],
  ['story', { whatHappened: words(600) }, []],
  ['story', { whatHappened: words(601) }, ['whatHappened: whatHappened.words']],
  ['story', { whatHappened: 'x'.repeat(10_001) }, ['whatHappened: whatHappened.long']],
  ['story', { difference: words(300), learned: words(301) }, ['learned: learned.words']],
  ['material', { links: ['https://example.org', '', 'https://example.org/b'] }, []],
  ['material', { links: ['http://example.org'] }, ['links.0: links.form']],
  ['material', { links: ['', 'javascript:alert(1)'] }, ['links.1: links.form']],
  ['material', { links: ['https://user:word@example.org'] }, ['links.0: links.form']],
  ['material', { links: ['https://localhost'] }, ['links.0: links.form']],
  ['material', { links: [`https://example.org/${'x'.repeat(2_000)}`] }, ['links.0: links.long']],
  ['material', { links: Array.from({ length: 6 }, (_, i) => `https://example.org/${i}`) }, ['links: links.many']],
  ['contact', { mayTelephone: '', publish: '' }, ['mayTelephone: mayTelephone.missing', 'publish: publish.missing']],
  ['contact', { mayTelephone: 'YES' }, ['telephone: telephone.missing']],
  ['contact', { mayTelephone: 'YES', telephone: 'by pigeon' }, ['telephone: telephone.form']],
  ['contact', { mayTelephone: 'YES', telephone: '+44 (0)7700 900-982 ext. 4' }, []],
  ['contact', { mayTelephone: 'YES', telephone: 7 }, ['telephone: telephone.long', 'telephone: telephone.form']],
  ['contact', { wishes: ['SHOW_BEFORE'] }, ['email: email.forWish']],
  ['contact', { wishes: ['SHOW_BEFORE'], email: 'a@example.com' }, []],
  ['contact', { wishes: ['PUBLISH'] }, ['wishes.0: wishes.unknown', 'email: email.forWish']],
  ['contact', { email: 'a@example' }, ['email: email.form']],
  ['contact', { email: 'a@example.com\nBcc: b@example.com' }, ['email: email.form']],
])('%s with %j is refused for %j', (step, changes, errors) => {
  expect(errorsOf(step, changes)).toEqual(errors)
})

test.each([undefined, null, 7, 'text', []])('%j is no answer to any step, and no fault', input => {
  for (const step of Object.values(steps)) expect(step.safeParse(input).success).toBe(false)
})

describe('what is kept', () => {
  test('is normalised', () => {
    expect(steps.story.parse({ ...whole.story, whatHappened: ' one\r\ntwo\u0000 \ud800e\u0301 ' }).whatHappened).toBe(
      'one\ntwo é',
    )
    expect(steps.material.parse({ links: ['\u202ehttps://example.org'] }).links).toEqual(['https://example.org/'])
    expect(steps.material.parse({ links: ['', ' HTTPS://Example.org '] }).links).toEqual(['https://example.org/'])
    expect(steps.material.parse({ links: ['www.example.org/our-story', 'example.org'] }).links).toEqual([
      'https://www.example.org/our-story',
      'https://example.org/',
    ])
    expect(steps.place.parse({ ...whole.place, places: ['dudley', 'dudley'] }).places).toEqual(['dudley'])
  })

  test('leaves out what another answer makes needless', () => {
    const organisation = { ...whole.organisation, practiceOf: 'Somebody' }
    expect(steps.organisation.parse(organisation).practiceOf).toBe('')
    const contact = { ...whole.contact, telephone: '0121 496 0123', bestTimes: 'noon' }
    expect(steps.contact.parse(contact)).toMatchObject({ telephone: '', bestTimes: '' })
  })
})
