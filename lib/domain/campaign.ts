import { bareLetters } from './text-normal'

/** The answers that are read, as they were given. */
type Story = { whatHappened: string; difference: string; learned: string }

/**
 * What remains of the answers when spaces, capitals, accents, punctuation and the form of letters are left out: the same
 * for the same campaign text, whoever pasted it wherever. Empty where nobody wrote a letter or a digit.
 */
export function bareText({ whatHappened, difference, learned }: Story): string {
  return bareLetters([whatHappened, difference, learned].join('\n')).replace(/[^\p{L}\p{N}]/gu, '')
}
