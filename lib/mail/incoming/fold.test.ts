import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldMail, ownWords } from './fold'

const own = 'Our pantry fed forty families a week.\n\nIt goes on.'

test.each([
  ['Gmail', `${own}\n\nOn Tue, 24 Nov 2026 at 16:00, The call <call@example.org> wrote:\n> Please write\n>\n> to us\n`],
  [
    'Gmail, broken in two',
    `${own}\n\nOn Tue, 24 Nov 2026 at 16:00, The call with a long name\n<call@example.org> wrote:\n\n> Please write\n\n> to us`,
  ],
  ['Apple Mail', `${own}\n\n> On 24 Nov 2026, at 16:00, The call <call@example.org> wrote:\n> \n> Please write`],
  ['Thunderbird', `${own}\n\nOn 24/11/2026 16:00, The call wrote:\n> Please write`],
  [
    'Outlook',
    `${own}\n\n________________________________\nFrom: The call <call@example.org>\nSent: 24 November 2026 16:00\nTo: Me\nSubject: The call\n\nPlease write\nto us`,
  ],
  ['Outlook without a line', `${own}\n\nFrom: The call\nSent: 24 November 2026\nTo: Me\nSubject: x\n\nPlease write`],
  ['old Outlook', `${own}\n\n-----Original Message-----\nFrom: The call\nPlease write`],
  ['a phone that marks nothing', `${own}\n\nOn 24 Nov 2026, The call wrote:\nPlease write`],
  ['French', `${own}\n\nLe mar. 24 nov. 2026 à 16:00, Appel <a@example.org> a écrit :\n> Please write`],
  ['German', `${own}\n\nAm 24.11.2026 um 16:00 schrieb Der Aufruf:\n> Please write`],
])('what %s quotes is folded', (_, text) => {
  const segments = foldMail(text)
  expect(ownWords(segments)).toBe(own)
  expect(segments.some(({ kind, text: quoted }) => kind === 'quote' && quoted.includes('Please write'))).toBe(true)
})

test.each([
  ['the dashes', `${own}\n\n-- \nZenobia Quillfeather\n0121 496 0999`],
  ['a phone', `${own}\n\nSent from my iPhone`],
  ['Outlook on a phone', `${own}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>`],
  ['a goodbye', `${own}\n\nKind regards,\n\nZenobia\nGornal Pantry (example)`],
  ['a notice', `${own}\n\nThis email is confidential and intended for you.\nIt goes on and on.`],
])('%s begins a signature', (_, text) => {
  expect(ownWords(foldMail(text))).toBe(own)
})

test.each([
  ['a sentence that begins with On', 'On Monday we wrote to all.\nThey answered.'],
  [
    'thanks in the middle',
    `Thanks\n\n${'We fed forty families a week and more of them came, so that the hall was too small for us.\n'.repeat(3)}`,
  ],
  ['a word after the goodbye', 'We cooked.\n\nThanks,\nZenobia\n\nPS. We also baked.'],
  ['a list of dashes', 'First\n---\nSecond'],
  ['From in a sentence', 'From: the first day on we cooked.\nTo: nobody we said no.'],
])('%s stays', (_, text) => {
  expect(ownWords(foldMail(text))).toBe(text.trim())
})

test('answers between quoted lines are all kept', () => {
  const segments = foldMail('On 1 May 2026, A wrote:\n> First?\nYes.\n> Second?\nNo.')
  expect(ownWords(segments)).toBe('Yes.\n\nNo.')
})

test('of a mail forwarded without a word the forwarded one counts', () => {
  expect(ownWords(foldMail('---------- Forwarded message ---------\nFrom: A\n\nWe cooked.'))).toContain('We cooked.')
})

test('nothing is ever dropped', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('> a', '>> b', '-- ', '', 'On Mon, A wrote:', '-----Original Message-----', 'From: A', 'Sent: b', 'To: c', 'Regards', 'Sent from my phone'), // prettier-ignore
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const text = lines.join('\n')
      expect(foldMail(text).map(segment => segment.text).join('\n')).toBe(text) // prettier-ignore
    }),
  )
})

test('a long text of one line takes no time', () => {
  const started = Date.now()
  foldMail(`On ${'a wrote '.repeat(60_000)}`)
  foldMail('On a\n'.repeat(50_000))
  foldMail('>\n\n'.repeat(20_000))
  foldMail('Regards\n'.repeat(20_000))
  expect(Date.now() - started).toBeLessThan(4_000)
})
