/** What must hold in every portal's database at every moment. Each statement selects what breaks it. */
export const invariants: Record<string, string> = {
  'one call is current': `SELECT count(*) FROM "Call" WHERE "isCurrent" HAVING count(*) <> 1`,
  'what was sent has a reference and a time': `SELECT id FROM "Submission" WHERE status <> 'DRAFT' AND (reference IS NULL OR "submittedAt" IS NULL)`,
  'a draft has no reference': `SELECT id FROM "Submission" WHERE status = 'DRAFT' AND reference IS NOT NULL`,
  'what was sent has no waiting answers, unless it is being corrected': `SELECT d."submissionId" FROM "DraftAnswer" d JOIN "Submission" s ON s.id = d."submissionId" WHERE s.status <> 'DRAFT' AND (s.status = 'WITHDRAWN' OR cardinality(s."answeredSteps") = 0)`,
  'a key opens a response of its kind': `SELECT k.id FROM "PrivateKey" k JOIN "Submission" s ON s.id = k."submissionId" WHERE k.kind = 'EVIDENCE' AND s.status = 'DRAFT'`,
  'what waits in quarantine says why': `SELECT id FROM "Submission" WHERE status = 'QUARANTINED' AND coalesce(cardinality("quarantineReasons"), 0) = 0`,
  'no secret waits in a mail': `SELECT id FROM "Mail" WHERE body ~ '/(resume|evidence)/[A-Za-z0-9_-]{43}'`,
  'what was sent says what happened': `SELECT s.id FROM "Submission" s WHERE s.status <> 'DRAFT' AND s."erasedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "Text" t JOIN "TextVersion" v ON v."textId" = t.id WHERE t."submissionId" = s.id AND t.field = 'whatHappened' AND v.body <> '')`,
  'what was sent names a place': `SELECT s.id FROM "Submission" s WHERE s.status <> 'DRAFT' AND s."erasedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "SubmissionPlace" p WHERE p."submissionId" = s.id)`,
  'what was sent can be found': `SELECT id FROM "Submission" WHERE status <> 'DRAFT' AND "erasedAt" IS NULL AND search IS NULL`,
  'what was sent answers each consent once': `SELECT s.id FROM "Submission" s WHERE s.status <> 'DRAFT' AND (SELECT count(*) FROM "Consent" c WHERE c."submissionId" = s.id AND c."supersededAt" IS NULL) <> 4`,
  'each consent keeps the words that were shown': `SELECT id FROM "Consent" WHERE wording = '' OR "wordingVersion" = ''`,
  'a yes to a call has a number': `SELECT c.id FROM "Consent" c JOIN "Submission" s ON s.id = c."submissionId" LEFT JOIN "ContactDetails" d ON d."submissionId" = s.id WHERE s.status = 'SUBMITTED' AND c.kind = 'TELEPHONE' AND c.answer = 'YES' AND c."supersededAt" IS NULL AND coalesce(d.telephone, '') = ''`,
  'a wish to hear has an address': `SELECT c.id FROM "Consent" c JOIN "Submission" s ON s.id = c."submissionId" LEFT JOIN "ContactDetails" d ON d."submissionId" = s.id WHERE s.status = 'SUBMITTED' AND c.kind IN ('TELL_OUTCOME', 'SHOW_BEFORE') AND c.answer = 'YES' AND c."supersededAt" IS NULL AND coalesce(d.email, '') = ''`,
  'who withdrew left no contact details': `SELECT s.id FROM "Submission" s JOIN "ContactDetails" d ON d."submissionId" = s.id WHERE s.status = 'WITHDRAWN'`,
  'a file belongs to what it came with': `SELECT id FROM "StoredFile" WHERE "submissionId" IS NULL AND "incomingMailId" IS NULL AND "createdAt" < now() - interval '2 days'`,
  'files of a response are five at most': `SELECT "submissionId" FROM "StoredFile" WHERE position IS NOT NULL GROUP BY "submissionId" HAVING count(*) > 5`,
  'a file of a response has a place or was taken away': `SELECT id FROM "StoredFile" WHERE "submissionId" IS NOT NULL AND "incomingMailId" IS NULL AND position IS NULL AND "removedAt" IS NULL`,
  'a file has the ending of its type': `SELECT id FROM "StoredFile" WHERE "submissionId" IS NOT NULL AND NOT CASE type WHEN 'application/pdf' THEN name LIKE '%.pdf' WHEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' THEN name LIKE '%.docx' WHEN 'application/vnd.oasis.opendocument.text' THEN name LIKE '%.odt' WHEN 'image/jpeg' THEN name ~ '\\.jpe?g$' WHEN 'image/png' THEN name LIKE '%.png' WHEN 'image/webp' THEN name LIKE '%.webp' ELSE false END`,
  'two files share no bytes': `SELECT "storageKey" FROM (SELECT "storageKey" FROM "StoredFile" UNION ALL SELECT "storageKey" FROM "IncomingMail") k GROUP BY 1 HAVING count(*) > 1`,
  'a withdrawn response leaves no mail to its sender': `SELECT m.id FROM "Mail" m JOIN "Submission" s ON s.id = m."submissionId" WHERE s.status = 'WITHDRAWN'`,
  'a withdrawn response is not being corrected': `SELECT s.id FROM "Submission" s WHERE s.status = 'WITHDRAWN' AND (cardinality(s."answeredSteps") > 0 OR EXISTS (SELECT 1 FROM "DraftAnswer" d WHERE d."submissionId" = s.id))`,
  'what was erased says nothing any more': `SELECT s.id FROM "Submission" s WHERE s."erasedAt" IS NOT NULL AND (s."organisationName" IS NOT NULL OR s.title IS NOT NULL OR s.neighbourhood IS NOT NULL OR s."practiceOf" IS NOT NULL OR s."takenNote" <> '' OR s.search <> ''::tsvector OR EXISTS (SELECT 1 FROM "Text" t WHERE t."submissionId" = s.id) OR EXISTS (SELECT 1 FROM "SubmissionRevision" r WHERE r."submissionId" = s.id) OR EXISTS (SELECT 1 FROM "SubmissionLink" l WHERE l."submissionId" = s.id) OR EXISTS (SELECT 1 FROM "StoredFile" f WHERE f."submissionId" = s.id) OR EXISTS (SELECT 1 FROM "Comment" c WHERE c."submissionId" = s.id) OR EXISTS (SELECT 1 FROM "Coding" g WHERE g."submissionId" = s.id))`,
  'a refused telephone leaves no number': `SELECT s.id FROM "Submission" s JOIN "ContactDetails" d ON d."submissionId" = s.id JOIN "Consent" c ON c."submissionId" = s.id AND c.kind = 'TELEPHONE' AND c."supersededAt" IS NULL WHERE c.answer = 'NO' AND (coalesce(d.telephone, '') <> '' OR coalesce(d."bestTimes", '') <> '')`,
  'revisions are numbered without gaps': `SELECT r."submissionId" FROM "SubmissionRevision" r GROUP BY 1 HAVING count(*) <> max(r.number)`,
  'versions of a text are numbered without gaps': `SELECT v."textId" FROM "TextVersion" v GROUP BY 1 HAVING count(*) <> max(v.number)`,
  'the last revision names the versions that stand': `SELECT s.id FROM "Submission" s JOIN LATERAL (SELECT r.content FROM "SubmissionRevision" r WHERE r."submissionId" = s.id ORDER BY r.number DESC LIMIT 1) last ON true JOIN "Text" t ON t."submissionId" = s.id AND t.kind = 'ANSWER' JOIN LATERAL (SELECT v.number, v.body FROM "TextVersion" v WHERE v."textId" = t.id ORDER BY v.number DESC LIMIT 1) newest ON true WHERE (last.content -> 'texts' ->> t.field)::int IS DISTINCT FROM CASE WHEN newest.body = '' THEN NULL ELSE newest.number END`,
  'a correction has a revision': `SELECT s.id FROM "Submission" s WHERE s."correctedAt" IS NOT NULL AND s."erasedAt" IS NULL AND (SELECT count(*) FROM "SubmissionRevision" r WHERE r."submissionId" = s.id) < 2`,
  'a revision holds nobody to contact': `SELECT r."submissionId" FROM "SubmissionRevision" r JOIN "ContactDetails" d ON d."submissionId" = r."submissionId" WHERE (d.email <> '' AND position(d.email in r.content::text) > 0) OR (d.telephone <> '' AND position(d.telephone in r.content::text) > 0)`,
  'places are of the same call': `SELECT s.id FROM "SubmissionPlace" sp JOIN "Submission" s ON s.id = sp."submissionId" JOIN "Place" p ON p.id = sp."placeId" WHERE p."callId" <> s."callId"`,
  'themes are of the same call': `SELECT s.id FROM "SubmissionPrompt" sp JOIN "Submission" s ON s.id = sp."submissionId" JOIN "Prompt" p ON p.id = sp."promptId" WHERE p."callId" <> s."callId"`,
  'a place lies in a place of its call': `SELECT c.id FROM "Place" c JOIN "Place" p ON p.id = c."parentId" WHERE p."callId" <> c."callId"`,
  'codes are of the same call': `SELECT g.id FROM "Coding" g JOIN "Code" c ON c.id = g."codeId" JOIN "Submission" s ON s.id = g."submissionId" WHERE c."callId" <> s."callId"`,
  'a span lies inside its text': `SELECT g.id FROM "Coding" g JOIN "TextVersion" v ON v.id = g."textVersionId" WHERE g."spanEnd" > length(v.body)`,
  'a span is of its own submission': `SELECT g.id FROM "Coding" g JOIN "TextVersion" v ON v.id = g."textVersionId" JOIN "Text" t ON t.id = v."textId" WHERE t."submissionId" <> g."submissionId"`,
  'nobody tagged or wrote on a draft': `SELECT s.id FROM "Submission" s WHERE s.status = 'DRAFT' AND (EXISTS (SELECT 1 FROM "Coding" g WHERE g."submissionId" = s.id) OR EXISTS (SELECT 1 FROM "Comment" c WHERE c."submissionId" = s.id))`,
  'a reply answers a thread of the same submission': `SELECT r.id FROM "Comment" r JOIN "Comment" t ON t.id = r."parentId" WHERE t."submissionId" <> r."submissionId" OR t."parentId" IS NOT NULL`,
  'researchers alone are assigned': `SELECT a."personId" FROM "Assignment" a JOIN "Person" p ON p.id = a."personId" WHERE p."teamId" IS NULL`,
  'a case study rests on evidence and has an author': `SELECT id FROM "CaseStudy" c WHERE NOT EXISTS (SELECT 1 FROM "CaseStudySource" s WHERE s."caseStudyId" = c.id) OR NOT EXISTS (SELECT 1 FROM "CaseStudyAuthor" a WHERE a."caseStudyId" = c.id)`,
  'what readers get was approved by two other teams': `SELECT c.id FROM "CaseStudy" c WHERE c.status IN ('APPROVED', 'PUBLISHED') AND (SELECT count(DISTINCT r."teamId") FROM "Review" r WHERE r."caseStudyId" = c.id AND r.version = c.version AND r.verdict = 'APPROVE' AND r."teamId" NOT IN (SELECT p."teamId" FROM "CaseStudyAuthor" a JOIN "Person" p ON p.id = a."personId" WHERE a."caseStudyId" = c.id AND p."teamId" IS NOT NULL)) < 2`,
  'no reviewer is an author': `SELECT r.id FROM "Review" r JOIN "CaseStudyAuthor" a ON a."caseStudyId" = r."caseStudyId" AND a."personId" = r."reviewerId"`,
  'a published case study has a public release, and no other has': `SELECT c.id FROM "CaseStudy" c LEFT JOIN "Release" r ON r."caseStudyId" = c.id WHERE (c.status = 'PUBLISHED') <> (r."publishedAt" IS NOT NULL)`,
  'nothing is published against a consent': `SELECT r.id FROM "Release" r JOIN "CaseStudySource" cs ON cs."caseStudyId" = r."caseStudyId" JOIN "Submission" s ON s.id = cs."submissionId" JOIN "Consent" c ON c."submissionId" = s.id AND c.kind = 'PUBLISH' AND c."supersededAt" IS NULL WHERE r."publishedAt" IS NOT NULL AND (c.answer = 'NO' OR s.status <> 'SUBMITTED')`,
  'no release names whom consent keeps back': `SELECT r.id FROM "Release" r JOIN "CaseStudySource" cs ON cs."caseStudyId" = r."caseStudyId" JOIN "Submission" s ON s.id = cs."submissionId" JOIN "Consent" c ON c."submissionId" = s.id AND c.kind = 'PUBLISH' AND c."supersededAt" IS NULL WHERE c.answer = 'WITHOUT_NAME' AND (r."organisationName" IS NOT NULL OR concat_ws(' ', r.title, r.summary, r."whatHappened", r."whatWasNew", r.difference, r.learning, r.quotation, r."quotationSource", r.slug) ILIKE '%' || s."organisationName" || '%')`,
  'what is gone holds nothing any more, unless it is still approved': `SELECT r.id FROM "Release" r JOIN "CaseStudy" c ON c.id = r."caseStudyId" WHERE r."goneAt" IS NOT NULL AND c.status NOT IN ('APPROVED', 'PUBLISHED') AND concat(r.title, r.summary, r."whatHappened") <> ''`,
  'what a respondent wished to see first, they agreed to': `SELECT c.id FROM "CaseStudy" c WHERE c.status = 'PUBLISHED' AND c."respondentYesTo" IS DISTINCT FROM c.version AND EXISTS (SELECT 1 FROM "CaseStudySource" cs JOIN "Consent" k ON k."submissionId" = cs."submissionId" WHERE cs."caseStudyId" = c.id AND k.kind = 'SHOW_BEFORE' AND k.answer = 'YES' AND k."supersededAt" IS NULL)`,
  'a disabled account has no open session': `SELECT s.id FROM "Session" s JOIN "Person" p ON p.id = s."personId" WHERE p."disabledAt" IS NOT NULL AND s."endedAt" IS NULL AND s."expiresAt" > now()`,
  'a mail that went out says when': `SELECT id FROM "Mail" WHERE (status = 'SENT') <> ("sentAt" IS NOT NULL)`,
  'the audit trail holds no address': `SELECT id FROM "AuditEntry" WHERE details::text ~ '[^\\s"]+@[^\\s"]+\\.[a-z]+'`,
  'each deed of a person names the person': `SELECT id FROM "AuditEntry" WHERE ("actorKind" = 'person') <> ("actorId" IS NOT NULL)`,
  'what was sent through the form is in the audit trail': `SELECT s.id FROM "Submission" s JOIN "Call" c ON c.id = s."callId" WHERE s.status <> 'DRAFT' AND s."formVersionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "AuditEntry" a WHERE a."thingKind" = 'submission' AND a."thingId" = s.id::text)`,
}

/** Names of the invariants that do not hold, with how many rows break each. Empty where all is well. */
export async function broken(query: (statement: string) => Promise<{ rows: unknown[] }>): Promise<string[]> {
  const found: string[] = []
  for (const [name, statement] of Object.entries(invariants)) {
    const { rows } = await query(statement)
    if (rows.length > 0) found.push(`${name}: ${rows.length} broken`)
  }
  return found
}
