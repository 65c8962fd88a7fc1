import { published, queueMail } from '@/lib/data/mail-queue'
import type { Transaction } from '@/lib/db'
import { composePublished } from '@/lib/mail/evidence-mails'

/** Tells everyone who asked what becomes of their evidence that a case study from it is public: once, however often it is published. */
export async function tellOfPublication(tx: Transaction, caseStudyId: string): Promise<void> {
  const study = await tx.caseStudy.findUniqueOrThrow({
    where: { id: caseStudyId },
    select: {
      slug: true,
      title: true,
      call: { select: { name: true } },
      sources: {
        where: {
          submission: {
            status: 'SUBMITTED',
            consents: { some: { kind: 'TELL_OUTCOME', answer: 'YES', supersededAt: null } },
          },
        },
        select: { submission: { select: { id: true, reference: true, contact: { select: { email: true } } } } },
      },
    },
  })
  for (const { submission } of study.sources) {
    const { id, reference, contact } = submission
    if (!contact?.email) continue
    await queueMail(tx, {
      key: `${published}${caseStudyId}:${id}`,
      submissionId: id,
      toAddress: contact.email,
      linkKind: 'EVIDENCE',
      ...composePublished({
        reference: reference ?? '',
        callName: study.call.name,
        title: study.title,
        address: `{origin}/case-studies/${study.slug}`,
      }),
    })
  }
}

/** Takes back what was to be told and has not gone out. */
export async function stopTelling(tx: Transaction, submissionId: string): Promise<void> {
  await tx.mail.deleteMany({ where: { submissionId, status: 'WAITING', key: { startsWith: published } } })
}
