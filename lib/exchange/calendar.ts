type CalendarEntry = {
  /** Unique in the world, and the same each time, so that a calendar replaces what it has. */
  uid: string
  /** Raised with each change of the entry. */
  sequence: number
  summary: string
  description: string
  url: string
  startsAt: Date
  minutes: number
  /** When the file is made. */
  now: Date
}

/** One entry as a calendar file: RFC 5545, in UTC, lines ended by CRLF and folded at 75 octets. */
export function calendarFile({
  uid,
  sequence,
  summary,
  description,
  url,
  startsAt,
  minutes,
  now,
}: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Evidence portal//Follow-up calls//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(now)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${moment(startsAt)}`,
    `DTEND:${moment(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url.replace(/[\r\n]/g, '')}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

function moment(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r\n?|\n/g, '\\n')
}

/** RFC 5545, 3.1: no line is longer than 75 octets without its end; what goes on begins with a space. No character is cut. */
function folded(line: string): string {
  let octets = 0
  let text = ''
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > 75) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += length
  }
  return text
}
