import { expect, test } from 'vitest'

import { composeCorrected, composePrivateLink, composePublished, composeWithdrawn } from './evidence-mails'

const about = { reference: 'WM-7K3Q-2M9D', callName: 'Good practice', contactEmail: 'evidence@portal.example' }

test('mails to somebody with a page of their own carry the place of one private link', () => {
  const published = composePublished({ ...about, title: 'Meals {in} <a week>', address: 'https://portal.example/a' })
  for (const { body } of [composePrivateLink(about), composeCorrected({ ...about, settled: false }), published]) {
    expect(body.match(/\{link\}/g)).toHaveLength(1)
    expect(body).toContain('WM-7K3Q-2M9D')
    expect(body).not.toMatch(/\n{3}/)
  }
  expect(published.subject).toBe('Your example is published: Meals {in} <a week>')
  expect(published.body).toContain('Read it here:\nhttps://portal.example/a\n')
})

test('a correction after settling says that somebody will look', () => {
  expect(composeCorrected({ ...about, settled: true }).body).toContain('A researcher will look at what has changed')
  expect(composeCorrected({ ...about, settled: false }).body).toContain('keep what stood before')
})

test('whoever withdrew hears until when the rest is deleted, and gets no link', () => {
  const { body } = composeWithdrawn({ ...about, erasedBy: new Date('2026-08-31T12:00:00Z') })
  expect(body).toContain('will be deleted by 31 August 2026')
  expect(body).not.toContain('{link}')
})
