import { expect, test } from 'vitest'
import { composeInvitation } from './invitation'

test('whoever wrote is thanked and gets a link, which is made when the mail goes out', () => {
  const { subject, body } = composeInvitation({ callName: 'Good practice', contactEmail: 'evidence@portal.example' })
  expect(subject).toContain('Good practice')
  expect(body.match(/\{link\}/g)).toHaveLength(1)
  expect(body).toContain('evidence@portal.example')
})
