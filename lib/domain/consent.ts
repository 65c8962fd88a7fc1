/** Two consents and two wishes, in the order in which they are asked. */
export const consentKinds = ['TELEPHONE', 'PUBLISH', 'TELL_OUTCOME', 'SHOW_BEFORE'] as const
export type ConsentKind = (typeof consentKinds)[number]

export const publishAnswers = ['WITH_NAME', 'WITHOUT_NAME', 'NO'] as const
/** What may be published of an example: an account with the organisation's name, one without it, or nothing. */
export type PublishAnswer = (typeof publishAnswers)[number]
export type ConsentAnswer = 'YES' | PublishAnswer

/** The version of every wording below. Whoever changes a word changes it: what was agreed to must stay provable. */
export const wordingVersion = '2026-11-23'

/** The version of the privacy notice in force, kept with each submission. `/privacy` shows it. */
export const noticeVersion = '2026-11-24'

/** Who relies on a consent: the partners of the call, and for whom they gather (empty for nobody). */
export type Bodies = { partners: readonly string[]; commissioner: string }

/** `explanation` says what follows from the answer; `answers` are the labels of what can be ticked, in their order. */
export type ConsentWords = {
  question: string
  explanation: string
  answers: { value: ConsentAnswer; label: string }[]
}

/**
 * What each consent says, naming every body that relies on it. Here and not in the catalogue of messages, because a
 * wording is kept with the answer and has a version: a translation is a wording of its own.
 */
export function consentWords({ partners, commissioner }: Bodies): Record<ConsentKind, ConsentWords> {
  const gatherers = listed(partners)
  const report = commissioner ? `the public report to the ${commissioner.replace(/^the /i, '')}` : 'the public report'
  const yes = [{ value: 'YES', label: 'Yes' } as const]
  return {
    TELEPHONE: {
      question: 'May we telephone you?',
      explanation: `${gatherers} may want to ask you more in a short call. Only their researchers can see your number, and each look at it is recorded. You can change your mind at any time.`,
      answers: [...yes, { value: 'NO', label: 'No' }],
    },
    PUBLISH: {
      question: 'May we publish your example?',
      explanation: `${gatherers} may write a case study from it, for this website and for ${report}. An organisation other than your own is named only after it has agreed. You can change your mind at any time, also after it is published.`,
      answers: [
        { value: 'WITH_NAME', label: 'Yes, with the name of the organisation' },
        {
          value: 'WITHOUT_NAME',
          label: 'Yes, without the name of the organisation',
        },
        { value: 'NO', label: 'No, use it for research only' },
      ],
    },
    TELL_OUTCOME: {
      question: 'Tell me what becomes of it',
      explanation: `${gatherers} will email you when your example is used and when the report is out.`,
      answers: yes,
    },
    SHOW_BEFORE: {
      question: 'Show me the case study before it is published',
      explanation: `${gatherers} will email it to you first, so that you can say what is wrong.`,
      answers: yes,
    },
  }
}

const reach: Record<ConsentAnswer, number> = { NO: 0, WITHOUT_NAME: 1, WITH_NAME: 2, YES: 2 }

/**
 * Whether an answer takes back what rests on the one before: less to publish, or a wish to see first what may be
 * public already. Nothing that readers see rests on the others.
 */
export function isNarrowed(kind: ConsentKind, before: ConsentAnswer | null, after: ConsentAnswer): boolean {
  if (kind === 'PUBLISH') return before !== null && reach[after] < reach[before]
  return kind === 'SHOW_BEFORE' && after === 'YES' && before !== 'YES'
}

/** The words that stood beside an answer when it was given, in one text, for the record. A wish not ticked is a `NO` without a label. */
export function wordingShown({ question, explanation, answers }: ConsentWords, answer: ConsentAnswer): string {
  const label = answers.find(({ value }) => value === answer)?.label ?? 'Not ticked'
  return `${question}\n${explanation}\n${label}`
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'The organisers of this call'
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}
