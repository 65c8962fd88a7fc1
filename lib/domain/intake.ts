import * as z from 'zod/mini'

import { fromLondonField } from './london-time'
import { lineInput, paragraphsInput } from './text-input'

/** How a response came that did not come by the form. */
export const intakeChannels = ['telephone', 'paper', 'email'] as const
export type IntakeChannel = (typeof intakeChannels)[number]

/** Words for the workspace. */
export const channelNames: Record<IntakeChannel | 'form', string> = {
  form: 'The form',
  telephone: 'By telephone',
  paper: 'On paper',
  email: 'By email',
}

/** How a consent was given that somebody else writes down. */
export const consentGiven: Record<IntakeChannel, string> = {
  telephone: 'said aloud',
  paper: 'on paper',
  email: 'in an email',
}

/** The lists of the inbox. Bounces and what programs wrote stand apart from letters. */
export const inboxLists = ['new', 'automatic', 'taken', 'aside'] as const
export type InboxList = (typeof inboxLists)[number]

/** The subject of a mail as a title: without the marks that programs put before it. */
export function titleOfSubject(subject: string): string {
  const bare = subject.replace(/^(?:\s*(?:re|fw|fwd|aw|wg|sv|antw|tr|rv)\s*(?:\[\d+\])?\s*:)+/iu, '').trim()
  return [...bare].slice(0, 150).join('')
}

/** When a response was given and what is to be said of it. A time to come is none. */
export const TakenInput = z.object({
  takenAt: z.pipe(
    z.string('Enter when it was given'),
    z.pipe(
      z.transform(fromLondonField),
      z.pipe(
        z.nullable(z.date()).check(
          z.refine(at => at !== null, 'Enter when it was given'),
          z.refine(at => at === null || at.getTime() <= Date.now() + 60_000, 'Enter a time that has passed'),
        ),
        z.transform(at => at ?? new Date()),
      ),
    ),
  ),
  takenNote: paragraphsInput({ name: 'The note', most: 2_000 }),
})
export type Taken = z.infer<typeof TakenInput>

/** Why a mail is no response. */
export const SetAsideReason = lineInput({ name: 'The reason', most: 300, missing: 'Enter why it is set aside' })

/** What can keep a file of mail from being added, and how the inbox says it. */
export const dropProblems = {
  signedOut: 'You are no longer signed in. Sign in and try again.',
  forbidden: 'Only researchers can add mails.',
  large: 'A file can be 100 MB at most. What came before that was kept.',
  cut: 'The file did not arrive whole. Add it again: no mail comes twice.',
  none: 'Choose a file of mail: .eml or .mbox',
} as const
export type DropProblem = keyof typeof dropProblems
