import fc from 'fast-check'
import { expect, test } from 'vitest'

import { calendarFile } from './calendar'

const entry = {
  uid: 'follow-up-1@portal.example',
  sequence: 2,
  summary: 'Follow-up call',
  description: 'The reference is on its page.',
  url: 'https://portal.example/workspace/follow-ups/WM-7K3Q-2M9D',
  startsAt: new Date('2026-07-01T09:30:00.000Z'),
  minutes: 30,
  now: new Date('2026-06-30T23:00:00.000Z'),
}

test('a calendar file', () => {
  expect(calendarFile({ ...entry, summary: 'Call; now, or \\ never', description: 'One\nTwo' })).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Evidence portal//Follow-up calls//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:follow-up-1@portal.example',
      'DTSTAMP:20260630T230000Z',
      'SEQUENCE:2',
      'DTSTART:20260701T093000Z',
      'DTEND:20260701T100000Z',
      'SUMMARY:Call\\; now\\, or \\\\ never',
      'DESCRIPTION:One\\nTwo',
      'URL:https://portal.example/workspace/follow-ups/WM-7K3Q-2M9D',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('any words stay whole, in lines of 75 octets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), words => {
      const file = calendarFile({ ...entry, description: words })
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const read = /DESCRIPTION:(.*)\r\nURL/s.exec(file.replaceAll('\r\n ', ''))?.[1] ?? ''
      expect(read.replace(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))).toBe(
        words.replace(/\r\n?/g, '\n'),
      )
    }),
  )
})
