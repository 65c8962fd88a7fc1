import { lockCaseStudy, noSuchCaseStudy, recordDeed, studyOf, takenSlugs } from '@/lib/data/case-study-record'
import { wordsOutOf } from '@/lib/data/redaction-record'
import { db } from '@/lib/db'
import type { AddressInput } from '@/lib/domain/case-study-address'
import { slugHoldsName } from '@/lib/domain/case-study-name'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import { ok, refused, refusedAt, type Result } from '@/lib/result'

/**
 * Gives a case study the address that a lead chose. Where it was public at another, that one leads on to the new one. An
 * address that another case study has or had is taken.
 */
export async function changeAddress(viewer: Viewer, { id, slug }: AddressInput): Promise<Result> {
  return db.$transaction(async tx => {
    const study = await lockCaseStudy(tx, id)
    if (!study || !may(viewer, 'readCaseStudy')) return refused(noSuchCaseStudy)
    if (!may(viewer, 'changeAddress', studyOf(study))) return refused('Only a lead can do this.')
    if (slugHoldsName(slug, wordsOutOf(study)))
      return refusedAt('slug', 'The address contains a name that may not be published')
    const { release } = study
    const own = release?.movedSlugs ?? []
    const taken = await takenSlugs(tx, slug, study.id)
    if (taken.has(slug) && !own.includes(slug))
      return refusedAt('slug', 'Another case study has this address, or once had it. Choose another')
    if (slug !== study.slug) {
      const wasPublic = Boolean(release?.publishedAt ?? release?.goneAt)
      const movedSlugs = [...own, ...(wasPublic ? [study.slug] : [])].filter(moved => moved !== slug)
      if (release) await tx.release.update({ where: { id: release.id }, data: { slug, movedSlugs } })
      await recordDeed(tx, viewer, 'caseStudy.changeAddress', study)
    }
    await tx.caseStudy.update({ where: { id: study.id }, data: { slug, slugChosen: true } })
    return ok()
  })
}
