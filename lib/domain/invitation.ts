import { lastDay } from './call-times'
import { londonDateTime, londonDayInWords } from './london-time'
import type { OrganisationType } from './submission'

/** Whom somebody means to write to, by the names of what is missing. */
export type Audience = {
  place?: { name: string; authority: boolean } | undefined
  type?: OrganisationType | undefined
  theme?: { name: string; text: string } | undefined
  community?: string | undefined
}

/** What an invitation says of the call. */
export type InvitingCall = {
  name: string
  title: string
  closesAt: string | null
  commissioner: string
  contactEmail: string
  minutesNeeded: number
  prompts: readonly { theme: string }[]
  partners: readonly { name: string }[]
}

const groups: Record<OrganisationType, string> = {
  VOLUNTARY: 'voluntary and community organisations',
  FAITH: 'faith groups',
  MUTUAL_AID: 'mutual aid groups',
  NEIGHBOURHOOD: 'neighbourhood groups',
  SOCIAL_ENTERPRISE: 'social enterprises',
  OTHER: 'organisations of other kinds',
}

/** Who is meant: `faith groups in Coventry`, `organisations and groups that serve carers`. */
export function audienceInWords({ place, type, theme, community }: Audience): string {
  return [
    type ? groups[type] : 'organisations and groups',
    place ? (place.authority ? `in ${place.name}` : inSentence(place.name)) : '',
    community ? `that serve ${inSentence(community)}` : '',
    theme ? `with experience of ${inSentence(theme.name)}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

// `Older people` within a sentence; `LGBTQ+ people` keeps its capitals
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** A mail that asks for evidence: what the call is and asks, until when, and where to answer. `link` is the call's address. */
export function composeInvitation(call: InvitingCall, audience: Audience, link: string) {
  const partners = listed(call.partners.map(({ name }) => name))
  const gather = call.partners.length === 1 ? 'is gathering' : 'are gathering'
  const forWhom = call.commissioner ? ` for the ${call.commissioner.replace(/^the /iu, '')}` : ''
  const who = audienceInWords(audience)
  const closing = call.closesAt ? closingInWords(call.closesAt) : null
  const paragraphs = [
    'Hello',
    `${partners ? `${partners} ${gather}` : 'We are gathering'} evidence${forWhom}. We would like to hear from more ${who}, and hope that you can help.`,
    `${call.name}\n${call.title}`,
    audience.theme
      ? `We are asking about this in particular:\n${audience.theme.text}`
      : `We are asking about:\n${call.prompts.map(({ theme }) => `- ${theme}`).join('\n')}`,
    'It can be your own work, or good practice elsewhere that you know of. ' +
      `It takes about ${minutes(call.minutesNeeded)}, you need no account, and you can stop and go on later.`,
    `${closing ? `The call closes on ${closing}. ` : ''}You can answer here:\n${link}`,
    `If you know somebody else who should be heard, pass this on. Questions go to ${call.contactEmail}.`,
    `With thanks\n${partners || call.name}`,
  ]
  return { subject: `${call.name}: we would like to hear from you`, body: paragraphs.join('\n\n') }
}

const minutes = (needed: number) => (needed === 1 ? '1 minute' : `${needed} minutes`)

/** `Friday 7 August 2026`; with the hour where it is not the end of the day. */
function closingInWords(closesAt: string): string {
  const { day, wholeDay } = lastDay(closesAt)
  return wholeDay ? londonDayInWords(day) : londonDateTime(closesAt)
}

function listed(names: string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}

/** The address that opens a mail with these words in the reader's own program; to whom, they choose there. */
export function mailAddress({ subject, body }: { subject: string; body: string }): string {
  const lines = body.replace(/\r\n?|\n/g, '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`
}
