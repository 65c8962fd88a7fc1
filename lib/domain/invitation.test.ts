import { describe, expect, test } from 'vitest'

import { audienceInWords, composeInvitation, mailAddress } from './invitation'

const place = (name: string, authority = true) => ({ name, authority })

test.each([
  [{}, 'organisations and groups'],
  [{ type: 'FAITH', place: place('Coventry') }, 'faith groups in Coventry'],
  [{ place: place('Across the region', false) }, 'organisations and groups across the region'],
  [{ community: 'Older people' }, 'organisations and groups that serve older people'],
  [{ community: 'LGBTQ+ people', type: 'VOLUNTARY' }, 'voluntary and community organisations that serve LGBTQ+ people'],
  [
    { theme: { name: 'Local recovery plans', text: '' }, type: 'SOCIAL_ENTERPRISE' },
    'social enterprises with experience of local recovery plans',
  ],
] as const)('%j are %s', (audience, words) => {
  expect(audienceInWords(audience)).toBe(words)
})

const call = {
  name: 'Good practice',
  title: 'Calling all groups to tell us',
  closesAt: '2026-08-07T23:00:00Z',
  commissioner: 'the Authority',
  contactEmail: 'evidence@portal.example',
  minutesNeeded: 10,
  prompts: [{ theme: 'Co-production' }, { theme: 'Anchors' }],
  partners: [{ name: 'Wolverhampton' }, { name: 'BVSC' }, { name: 'Coventry University' }],
}
const link = 'https://portal.example/'

describe('the text to send', () => {
  test('says who asks, what, until when and where to answer', () => {
    const { subject, body } = composeInvitation(call, { type: 'FAITH', place: place('Coventry') }, link)
    expect(subject).toBe('Good practice: we would like to hear from you')
    for (const words of [
      'Wolverhampton, BVSC and Coventry University are gathering evidence for the Authority.',
      'more faith groups in Coventry',
      'Calling all groups to tell us',
      '- Co-production\n- Anchors',
      'about 10 minutes',
      'The call closes on Friday 7 August 2026. You can answer here:\nhttps://portal.example/',
      'evidence@portal.example',
    ])
      expect(body).toContain(words)
  })

  test('asks about one theme where that is what is missing', () => {
    const { body } = composeInvitation(call, { theme: { name: 'Anchors', text: 'The role of anchors.' } }, link)
    expect(body).toContain('in particular:\nThe role of anchors.')
    expect(body).not.toContain('- Co-production')
  })

  test.each([
    [{ closesAt: '2026-08-07T16:00:00Z' }, 'closes on 7 August 2026 at 17:00.'],
    [{ partners: [{ name: 'BVSC' }], commissioner: '' }, 'BVSC is gathering evidence. We'],
    [{ partners: [], minutesNeeded: 1 }, 'about 1 minute,'],
  ])('of a call with %j', (given, words) => {
    expect(composeInvitation({ ...call, ...given }, {}, link).body).toContain(words)
  })

  test('does not speak of a closing day that nobody has set', () => {
    expect(composeInvitation({ ...call, closesAt: null }, {}, link).body).not.toContain('closes')
  })
})

test('a mail program gets the words as they stand, with its own line ends', () => {
  expect(mailAddress({ subject: 'Q & A: 50%?', body: 'One\n\nTwo+2 “here”' })).toBe(
    'mailto:?subject=Q%20%26%20A%3A%2050%25%3F&body=One%0D%0A%0D%0ATwo%2B2%20%E2%80%9Chere%E2%80%9D',
  )
})
