import { readCall } from '@/lib/data/calls'
import { inLibrary, whereOf } from '@/lib/data/library'
import { queueMail } from '@/lib/data/mail-queue'
import { db, type Transaction } from '@/lib/db'
import { askedIn } from '@/lib/domain/address'
import { readLibraryChoice } from '@/lib/domain/library-filter'
import { may } from '@/lib/domain/policy'
import { queueJob } from '@/lib/jobs/queue'
import { composeSearchMail, foundInWords, type Found } from '@/lib/mail/search-finds'

/** How long approvals gather before a mail tells of them, in milliseconds from the first. */
export const gatheringFinds = 3_600_000

/** How the keys of such mails begin. Their bodies name no case study before they go out. */
export const finds = 'finds:'

const mostFound = 50

/** A case study was approved, in this transaction: whoever keeps a search with mails is told within the hour, if it matches. */
export async function tellSearchersLater(tx: Transaction, callId: string): Promise<void> {
  const searchers = await tx.savedSearch.findMany({
    where: { callId, mailFrom: { not: null }, owner: { disabledAt: null } },
    select: { ownerId: true },
    distinct: ['ownerId'],
  })
  for (const { ownerId } of searchers) await queueJob(tx, 'tell-finds', ownerId, { after: gatheringFinds })
}

/**
 * Queues one mail about all that somebody's searches find and have not told of. Nothing where they find nothing new, the
 * account is disabled, or it may read the library no more. Twice is once.
 */
export async function tellOfFinds(personId: string): Promise<void> {
  await db.$transaction(async tx => {
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`
    const person = await mailedPerson(tx, personId)
    if (!person) return
    const searches = await tx.savedSearch.findMany({ where: { ownerId: personId, mailFrom: { not: null } } })
    const fresh = (await Promise.all(searches.map(search => freshFinds(tx, search)))).flat()
    const [first] = fresh
    if (!first) return
    // a search tells of a case study once, so no other mail begins with this one
    const mailKey = `${finds}${first.searchId}:${first.caseStudyId}`
    await tx.savedSearchHit.createMany({ data: fresh.map(find => ({ ...find, mailKey })) })
    await queueMail(tx, { key: mailKey, toAddress: person.email, ...composeSearchMail(person.name) })
  })
}

/**
 * What a mail about finds says when it goes out: only what is in the library then, for searches whose mails are still
 * wished, to somebody who may still read it. Null where nothing is left to say.
 */
export async function findsToSend(mailKey: string): Promise<string | null> {
  const hits = await db.savedSearchHit.findMany({
    where: { mailKey, search: { mailFrom: { not: null } }, caseStudy: { release: { is: inLibrary } } },
    orderBy: [{ search: { name: 'asc' } }, { caseStudyId: 'asc' }],
    select: {
      search: { select: { id: true, name: true, query: true, ownerId: true } },
      caseStudy: { select: { release: { select: { title: true, slug: true, publishedAt: true } } } },
    },
  })
  const ownerId = hits[0]?.search.ownerId
  if (!ownerId || !(await mailedPerson(db, ownerId))) return null
  const bySearch = new Map<string, Found>()
  for (const { search, caseStudy } of hits) {
    const found = bySearch.get(search.id) ?? { name: search.name, query: search.query, studies: [] }
    const { release } = caseStudy
    if (release) found.studies.push({ title: release.title, slug: release.slug, public: release.publishedAt !== null })
    bySearch.set(search.id, found)
  }
  return foundInWords([...bySearch.values()])
}

async function mailedPerson(tx: Transaction, id: string) {
  const person = await tx.person.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, role: true, disabledAt: true, team: true },
  })
  if (!person || person.disabledAt || !may({ ...person, sessionId: '' }, 'gatherInLibrary')) return null
  return person
}

type Search = { id: string; callId: string; query: string; mailFrom: Date | null }

async function freshFinds(tx: Transaction, search: Search): Promise<{ searchId: string; caseStudyId: string }[]> {
  const call = await readCall({ id: search.callId }, tx)
  if (!call || !search.mailFrom) return []
  const { choice } = readLibraryChoice(askedIn(search.query), call)
  const releases = await tx.release.findMany({
    where: {
      AND: [
        await whereOf(call, choice),
        { approvedAt: { gte: search.mailFrom } },
        { caseStudy: { told: { none: { searchId: search.id } } } },
      ],
    },
    orderBy: { approvedAt: 'asc' },
    take: mostFound,
    select: { caseStudyId: true },
  })
  return releases.map(({ caseStudyId }) => ({ searchId: search.id, caseStudyId }))
}
