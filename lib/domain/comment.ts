import { paragraphsInput } from './text-input'

/** What somebody writes as a remark or as an answer to one. The database checks the length too (`Comment_body`). */
export const CommentBody = paragraphsInput({
  name: 'Comment',
  most: 5000,
  missing: 'Enter a comment',
})
