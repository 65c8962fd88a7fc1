import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { galleryFacets, type GalleryFacet, type GalleryFilter } from '@/lib/domain/gallery-filter'
import { proseOf } from '@/lib/domain/prose'
import { organisationTypes } from '@/lib/domain/submission'
import { makeScene } from '@/lib/testing/case-study-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { chanceOf } from '@/prisma/seed/synthetic/chance'

import { countGallery, type Readers } from './gallery-search'

const types = organisationTypes.slice(0, 2)
const words = ['bread', 'choir', 'garden']
const offered = {
  theme: ['early', 'anchors'],
  lens: ['innovation', 'voice'],
  place: ['dudley', 'warwickshire', 'rugby'],
  type: types,
  community: ['Carers', 'Older people'],
}
const below: Record<string, string[]> = { warwickshire: ['warwickshire', 'rugby'] }

const made = Array.from({ length: 60 }, (_, turn) => {
  const chance = chanceOf(7, turn)
  const some = (values: readonly string[]) => values.filter(() => chance.happens(0.4))
  return {
    title: some(words).join(' and ') || 'nothing',
    status: chance.pick(['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'APPROVED', 'IN_REVIEW', 'WITHDRAWN'] as const),
    isPublic: chance.happens(0.8),
    theme: some(offered.theme),
    lens: some(offered.lens),
    place: some(offered.place),
    type: chance.pick([...types, null]),
    community: some(offered.community),
  }
})
type Made = (typeof made)[number]

let callId: string
beforeAll(async () => {
  await emptyDatabase()
  callId = (await makeScene()).call.id
  for (const [turn, { status, isPublic, title, theme, lens, place, type, community }] of made.entries()) {
    const slug = `study-${turn}`
    const texts = { whatHappened: proseOf(''), whatWasNew: proseOf(''), difference: proseOf(''), learning: proseOf('') }
    const none = { summary: '', quotation: '', quotationSource: '', decisionArea: '' }
    const named = { placeNames: [], themes: [], lenses: [], organisationName: 'An organisation' }
    const { id } = await db.caseStudy.create({ data: { callId, slug, title, status } })
    const chosen = {
      promptKeys: theme,
      lensKeys: lens,
      placeKeys: place,
      organisationType: type,
      communities: community,
    }
    const at = new Date(Date.UTC(2026, 0, 1 + turn))
    const times = { approvedAt: at, publishedAt: isPublic ? at : null }
    await db.release.create({
      data: { callId, caseStudyId: id, slug, title, ...none, ...texts, ...named, ...chosen, ...times, formerSlugs: [] },
    })
  }
})

type Choice = { [Facet in GalleryFacet]?: string | undefined }

/** What the search says, counted the plain way: each case study for itself, each value for itself. */
function plainly(readers: Readers, choice: Choice, search: string | undefined) {
  const shown = made.filter(
    study =>
      (readers === 'public'
        ? study.isPublic && study.status === 'PUBLISHED'
        : /APPROVED|PUBLISHED/.test(study.status)) &&
      (!search || study.title.includes(search)),
  )
  const fits = (study: Made, choice: Choice) =>
    galleryFacets.every(facet => {
      const value = choice[facet]
      return value === undefined || (below[value] ?? [value]).some(one => [study[facet]].flat().includes(one))
    })
  const count = (choice: Choice) => shown.filter(study => fits(study, choice)).length
  const chosen = galleryFacets.filter(facet => choice[facet] !== undefined)
  return {
    count: count(choice),
    without: Object.fromEntries(chosen.map(facet => [facet, count({ ...choice, [facet]: undefined })])),
    facets: Object.fromEntries(
      galleryFacets.map(facet => [
        facet,
        Object.fromEntries(offered[facet].map(value => [value, count({ ...choice, [facet]: value })])),
      ]),
    ),
  }
}

test('whatever is chosen, the figures are those of counting each case study for itself', async () => {
  const one = (facet: GalleryFacet) => fc.option(fc.constantFrom(...offered[facet]), { nil: undefined })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('public', 'library'),
      fc.record({ theme: one('theme'), lens: one('lens'), place: one('place'), community: one('community') }),
      fc.option(fc.constantFrom(...types), { nil: undefined }),
      fc.option(fc.constantFrom(...words), { nil: undefined }),
      async (readers: Readers, choice, type, search) => {
        const filter: GalleryFilter = {
          promptKey: choice.theme,
          lensKey: choice.lens,
          placeKeys: choice.place ? (below[choice.place] ?? [choice.place]) : undefined,
          organisationType: type,
          community: choice.community,
          search,
        }
        const { count, without, facets } = await countGallery({ readers, callId, filter })
        // what nobody names is not told; it counts for nothing
        const told = galleryFacets.map(facet => [
          facet,
          Object.fromEntries(offered[facet].map(value => [value, facets[facet][value] ?? 0])),
        ])
        expect({ count, without, facets: Object.fromEntries(told) }).toEqual(
          plainly(readers, { ...choice, type }, search),
        )
      },
    ),
    { numRuns: 80 },
  )
})
