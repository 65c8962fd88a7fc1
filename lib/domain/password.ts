import { countCharacters } from './text-count'

/** In Unicode code points. There are no rules of composition: length is what counts. */
export const passwordLength = { least: 12, most: 200 } as const

/** What is wrong with a new password, as a sentence for its field; null where nothing is. */
export function passwordProblem(password: string, owner: { name: string; email: string }): string | null {
  const length = countCharacters(password)
  if (length < passwordLength.least) return `Password must be ${passwordLength.least} characters or more`
  if (length > passwordLength.most) return `Password must be ${passwordLength.most} characters or less`
  const plain = bare(password)
  const known = [owner.name, owner.email, owner.email.split('@')[0] ?? '', owner.email.split('@')[1] ?? '']
  return known.some(word => bare(word) === plain)
    ? 'Password must not be the name or email address of the account'
    : null
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}
