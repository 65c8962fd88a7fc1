import { expect, test } from 'vitest'
import { TakenInput, titleOfSubject } from './intake'

test.each([
  ['Re: Our pantry', 'Our pantry'],
  ['Fwd: RE: AW: Our pantry', 'Our pantry'],
  ['Re[2]: x', 'x'],
  ['Reaching people', 'Reaching people'],
  ['  ', ''],
  ['😀'.repeat(200), '😀'.repeat(150)],
])('the subject %j becomes the title %j', (subject, title) => {
  expect(titleOfSubject(subject)).toBe(title)
})

test('when it was given is a time that has passed', () => {
  expect(TakenInput.safeParse({ takenAt: '2026-06-01T10:00', takenNote: '' })).toMatchObject({
    success: true,
    data: { takenAt: new Date('2026-06-01T09:00:00Z') },
  })
  for (const takenAt of ['', 'yesterday', '2999-01-01T10:00', '2026-13-01T10:00'])
    expect(TakenInput.safeParse({ takenAt, takenNote: '' }).success, takenAt).toBe(false)
})
