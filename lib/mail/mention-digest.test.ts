import { expect, test } from 'vitest'
import { composeMentionDigest } from './mention-digest'

const entry = (number: number, comments = 1) => ({
  reference: `WM-${number}`,
  title: `Meals {in} <a week> ${number}`,
  by: ['Ravi Chandra (Wolverhampton)', 'Callum Price (Coventry)'],
  comments,
  address: `{origin}/workspace/submissions/WM-${number}#comment-x`,
})

test('one mail says on which submissions, by whom and where', () => {
  const { subject, body } = composeMentionDigest({ name: 'Beth Osei', entries: [entry(1, 2), entry(2)] })
  expect(subject).toBe('You were mentioned in 3 comments')
  expect(body).toContain(
    'Meals {in} <a week> 1 (WM-1)\n2 comments by Ravi Chandra (Wolverhampton) and Callum Price (Coventry):\n{origin}/',
  )
  expect(body).not.toContain('submissions.')
  expect(composeMentionDigest({ name: 'Beth', entries: [entry(1)] }).subject).toBe('You were mentioned in a comment')
})

test('twenty are named, and the others counted', () => {
  const { body } = composeMentionDigest({ name: 'Beth', entries: Array.from({ length: 22 }, (_, at) => entry(at)) })
  expect(body).toContain('And on 2 more submissions.')
  expect(body).not.toContain('WM-20#')
})
