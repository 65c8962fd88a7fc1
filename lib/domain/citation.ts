/**
 * What became of a cited span: it stands; the coding was taken off or its words corrected away; the submission was
 * withdrawn; the submission is no source of this text; or it is being coded blind, and not this viewer's to see.
 */
export type CiteState = 'standing' | 'gone' | 'withdrawn' | 'elsewhere' | 'hidden'

/** Words for the workspace. */
export const citeStateWords: Record<Exclude<CiteState, 'standing'>, string> = {
  gone: 'The coding that this note rests on is no longer there. Readers still see the note: check that it still holds.',
  withdrawn:
    'The respondent has withdrawn the submission that this note rests on. Take the note and what rests on it out.',
  elsewhere: 'This note rests on evidence that is not a source of this case study. Readers do not see the note.',
  hidden:
    'This evidence is being coded by two people who do not see each other’s work. It can be read when both are done.',
}

/** A coded span as an author can cite it. `href` leads to it in its submission. */
export type CitableSpan = { coding: string; reference: string; code: string; words: string; href: string }

/** A span that the text cites; `span` is null where there is nothing to show of it. */
export type CitedSpan = { coding: string; state: CiteState; span: CitableSpan | null }

export type CitationsView = { citable: CitableSpan[]; cited: CitedSpan[] }
