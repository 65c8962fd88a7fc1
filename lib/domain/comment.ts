import { beginningOf, lengthOf, textOf, type Span, type SpanFault } from './span'
import { paragraphsInput } from './text-input'

/** What somebody writes as a remark or as an answer to one. The database checks the length too (`Comment_body`). */
export const CommentBody = paragraphsInput({
  name: 'Comment',
  most: 5000,
  missing: 'Enter a comment',
})

/** Why words can't be commented on, for who selected them. */
export const spanSentences: Record<SpanFault | 'older' | 'reply' | 'noText', string> = {
  empty: 'Select the words that your comment is about.',
  outside: 'The selection reaches beyond the text. Select the words again.',
  splits: 'The selection cuts a character in two. Select whole characters.',
  older: 'The respondent has corrected this text since. Read it as it stands now, and select the words again.',
  reply: 'A reply belongs to the words of its thread, and can have none of its own.',
  noText: 'There is no such text.',
}

const longestQuoted = 280

/** The words of a span as a comment quotes them: a long stretch is shortened, at no character's cost. */
export function quotationOf(text: string, span: Span): string {
  const words = textOf(text, span)
  if (lengthOf(words) <= longestQuoted) return words
  return `${beginningOf(words, longestQuoted - 1).trimEnd()}…`
}
