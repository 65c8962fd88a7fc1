import { expect, test } from 'vitest'
import { composeReceipt } from './receipt'

const receipt = {
  reference: 'WM-7K3Q-2M9D',
  title: 'Meals {in} <a week>',
  callName: 'Good practice',
  partners: ['Wolverhampton', 'BVSC', 'Coventry'],
  reportExpected: 'mid-September',
  contactEmail: 'evidence@portal.example',
  mayTelephone: true,
}

test('a receipt says what arrived, what comes next, and whom to write to', () => {
  const { subject, body } = composeReceipt(receipt)
  expect(subject).toBe('We have your evidence: WM-7K3Q-2M9D')
  expect(body).toContain('Your example: Meals {in} <a week>')
  expect(body).toContain('Researchers at Wolverhampton, BVSC and Coventry read')
  expect(body).toContain('may telephone you')
  expect(body).toContain('on your private page:\n{link}\n')
  expect(body).toContain('write to evidence@portal.example')
})

test('it leaves out what does not apply', () => {
  const { body } = composeReceipt({ ...receipt, mayTelephone: false, reportExpected: '' })
  expect(body).not.toMatch(/telephone you|expected in|\n{3}/)
})
