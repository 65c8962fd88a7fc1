/** What somebody did, as it follows their name: "Lesley Hart tagged a submission". */
const deeds: Record<string, string> = {
  'session.begin': 'signed in',
  'session.refuse': 'refused somebody who tried to sign in',
  'session.signOut': 'signed out',
  'session.end': 'ended a session',
  'person.create': 'created an account',
  'person.change': 'changed the role or team of an account',
  'person.disable': 'disabled an account',
  'person.enable': 'enabled an account',
  'person.changePassword': 'changed their own password',
  'person.renewPassword': 'made a new password for an account',
  'call.edit': 'edited the call',
  'call.open': 'opened the call',
  'call.close': 'closed the call',
  'submission.begin': 'began to give evidence',
  'submission.send': 'sent evidence',
  'submission.link': 'asked for a private link to a draft',
  'submission.quarantine': 'held evidence back in the quarantine',
  'submission.release': 'released evidence from the quarantine',
  'submission.addFile': 'added a file',
  'submission.removeFile': 'took a file away',
  'submission.refuseFile': 'refused a file that holds a virus',
  'submission.correct': 'corrected evidence',
  'submission.withdraw': 'withdrew evidence',
  'submission.erase': 'erased withdrawn evidence',
  'submission.settleCorrection': 'looked at a correction after settling',
  'consent.change': 'changed a consent',
  'privateLink.send': 'sent a new private link',
  'submission.assign': 'assigned a submission',
  'submission.unassign': 'took an assignment back',
  'submission.move': 'moved a submission to another stage',
  'submission.decide': 'decided about a submission',
  'submission.tag': 'tagged a submission',
  'submission.untag': 'took a tag off a submission',
  'contact.read': 'looked at the contact details of a respondent',
  'comment.write': 'wrote a comment',
  'comment.edit': 'edited a comment',
  'comment.resolve': 'resolved a comment',
  'comment.reopen': 'reopened a comment',
  'code.create': 'added a code to the codebook',
  'code.edit': 'edited a code',
  'code.move': 'moved a code',
  'code.retire': 'retired a code',
  'code.restore': 'brought a code back',
  'caseStudy.start': 'started a case study',
  'caseStudy.save': 'edited a case study',
  'caseStudy.sendForReview': 'sent a case study for review',
  'caseStudy.review': 'reviewed a case study',
  'caseStudy.approve': 'approved a case study',
  'caseStudy.requestChanges': 'asked for changes to a case study',
  'caseStudy.respondentsYes': 'recorded the respondent’s yes to a case study',
  'caseStudy.publish': 'published a case study',
  'caseStudy.unpublish': 'took a case study back from the public',
  'caseStudy.withdraw': 'withdrew a case study',
  'caseStudy.followConsent': 'adjusted a case study to its consents',
  'mail.retry': 'sent a failed mail again',
}

/** The deed in words; one that has none yet is told by its own name. */
export function deedInWords(action: string): string {
  return deeds[action] ?? `did “${action}”`
}

/** Whether a deed has words of its own. */
export function hasWords(action: string): boolean {
  return action in deeds
}
