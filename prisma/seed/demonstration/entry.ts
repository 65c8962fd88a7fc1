import type { PictureName } from './pictures'

/**
 * One fictional response to the call, with what researchers have made of it so far. Everything in it is invented: each
 * organisation's name ends in " (example)", addresses end in `.example`, telephone numbers come from the ranges that
 * Ofcom keeps for fiction (0121 496 0xxx, 01632 960xxx, 07700 900xxx).
 *
 * People are named by the e-mail address of their demonstration account; codes, places, communities and prompts by the
 * names and keys that the seed gives them. The seed stops on a name that it does not know.
 */
export type DemonstrationEntry = {
  /** Unique over all files, kebab-case; ids and times are derived from it, so that each run seeds the same. */
  key: string
  /** Ends in " (example)". */
  organisation: string
  organisationType: 'VOLUNTARY' | 'FAITH' | 'MUTUAL_AID' | 'NEIGHBOURHOOD' | 'SOCIAL_ENTERPRISE' | 'OTHER'
  /** Whose work it is; an organisation elsewhere is named with " (example)" too. */
  practice: { kind: 'OWN' } | { kind: 'ELSEWHERE'; organisation: string }
  /** None to four of the communities that the call offers. */
  communities: string[]
  /** One to three: names of authorities, 'Across the region' or 'Somewhere else'. */
  places: string[]
  neighbourhood?: string
  /** At most 90 characters. */
  title: string
  /** One to three keys of the call's prompts; the first is the theme of the file that holds the entry. */
  prompts: string[]
  /** 120 to 450 words; a blank line parts paragraphs, as in the next two. */
  whatHappened: string
  /** Up to 200 words. */
  difference?: string
  /** Up to 200 words. */
  learned?: string
  links: string[]
  contact?: { name?: string; email?: string; telephone?: string; bestTimes?: string }
  /** `telephone` is true only where the contact has a number. */
  consents: {
    telephone: boolean
    publish: 'WITH_NAME' | 'WITHOUT_NAME' | 'NO'
    tellOutcome: boolean
    showBefore: boolean
  }
  /** Whole days before the seed runs on which it was sent, 1 to 40. */
  daysBeforeNow: number
  /** A NEW one has no tags. */
  stage: 'NEW' | 'CODING' | 'CODED' | 'SETTLED'
  decision?: { kind: 'SHORTLISTED' } | { kind: 'NOT_TAKEN_FORWARD'; reason: string }
  /** Codes on the submission as a whole, with who put them there. */
  tags: { code: string; by: string }[]
  /** `on` are words of an answer that it is about, as they stand there. `@` and a name mention somebody. */
  comments: { by: string; body: string; on?: string; resolved?: boolean; replies?: { by: string; body: string }[] }[]
  assignedTo?: string
  /** Told or written to somebody of the staff, who entered it. */
  taken?: { channel: 'telephone' | 'paper'; by: string; note: string }
  /** Taken back by the respondent. */
  withdrawn?: boolean
  caseStudy?: DemonstrationCaseStudy
}

/**
 * The account that researchers wrote from an entry. Only a settled, shortlisted entry whose consent lets it be published
 * has one; without consent to the name, no text of it gives the organisation or its neighbourhood away.
 */
export type DemonstrationCaseStudy = {
  /** Unique over all files. */
  slug: string
  /** At most 90 characters. */
  title: string
  /** One sentence, at most 250 characters. */
  summary: string
  /** 150 to 300 words, in the third person. */
  whatHappened: string
  /** 50 to 120 words. */
  whatWasNew: string
  /** 50 to 150 words. */
  difference: string
  /** 50 to 150 words: what others can take from it. */
  learning: string
  /** A sentence that stands word for word in the entry's answers, and whose it is, as far as consent allows. */
  quotation?: { text: string; source: string }
  /** Words of an answer that its author coded, and the words of a section after which they are cited. */
  cites?: {
    field: 'whatHappened' | 'whatWasNew' | 'difference' | 'learning'
    after: string
    code: string
    words: string
    in: 'whatHappened' | 'difference' | 'learned'
  }[]
  /** Stands after the paragraph of “What happened” that holds these words. */
  picture?: { name: PictureName; after: string; alt: string; caption: string }
  lenses: ('innovation' | 'enterprise' | 'flexibility')[]
  /** Where it happened, if it must not be told as closely as the respondent told it. Default: the entry's places. */
  places?: string[]
  /** What its author decided of the names and numbers in it; the first who approved it released that. */
  redactions?: { words: string; reason?: string; replacement?: string }[]
  /** Which decisions it informs, for example 'Public health' or 'Housing'. */
  decisionArea: string
  author: string
  status: 'DRAFT' | 'IN_REVIEW' | 'CHANGES_REQUESTED' | 'APPROVED' | 'PUBLISHED'
  /** By people of other teams than the author's; APPROVED and PUBLISHED rest on an approval of each other team. */
  reviews: { by: string; verdict: 'APPROVE' | 'REQUEST_CHANGES'; note?: string }[]
  /** What stood there when the first request for changes was made, where that was another text. */
  before?: Partial<Record<'summary' | 'whatHappened' | 'whatWasNew' | 'difference' | 'learning', string>>
  /** At words that stand in the text, or (in `before`) stood there. */
  comments?: {
    by: string
    field: 'summary' | 'whatHappened' | 'whatWasNew' | 'difference' | 'learning'
    quotation: string
    body: string
    answer?: { by: string; body: string }
    resolved?: boolean
  }[]
  /** True where the respondent asked to see it first and it is APPROVED or PUBLISHED. */
  respondentAgreed?: boolean
}
