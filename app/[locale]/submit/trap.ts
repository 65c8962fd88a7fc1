/** A field that people do not see and do not reach, and that machines fill in. */
export const trapName = 'website'
