import { inLibrary } from '@/lib/data/library'
import { db } from '@/lib/db'
import { approvingTeams, writtenOf, type Written } from '@/lib/domain/case-study'
import { readNotes, type Note } from '@/lib/domain/citation-notes'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'
import type { OrganisationType } from '@/lib/domain/submission'
import type { Prisma } from '@/prisma/generated/client'

/**
 * A case study as a briefing or a comparison has it: what its release holds, and how it came to be approved. Of its
 * sources nothing but how many there are; of people no names, only teams. Times are ISO strings.
 */
export type BriefedStudy = Written & {
  slug: string
  callSlug: string
  organisationName: string | null
  organisationType: OrganisationType | null
  placeKeys: string[]
  placeNames: string[]
  themes: string[]
  lenses: string[]
  notes: Note[]
  approvedAt: string
  publishedAt: string | null
  sources: number
  writtenBy: string[]
  approvedBy: { team: string; at: string }[]
}

const withApproval = {
  caseStudy: {
    select: {
      version: true,
      call: { select: { slug: true } },
      _count: { select: { sources: true } },
      authors: { select: { person: { select: { teamId: true } } } },
      reviews: { select: { version: true, teamId: true, verdict: true, createdAt: true } },
    },
  },
} as const satisfies Prisma.ReleaseInclude

/**
 * These case studies in this order, for a briefing or a comparison. What is not, or no more, in the library is left out.
 * Null where the viewer may not read it.
 */
export async function readChosenStudies(viewer: Viewer, slugs: readonly string[]): Promise<BriefedStudy[] | null> {
  if (!may(viewer, 'readLibrary')) return null
  if (slugs.length === 0) return []
  const [releases, teams] = await Promise.all([
    db.release.findMany({
      where: { slug: { in: [...slugs] }, ...inLibrary },
      include: withApproval,
    }),
    db.team.findMany({ select: { id: true, name: true } }),
  ])
  const nameOf = new Map(teams.map(team => [team.id, team.name]))
  const found = new Map(releases.map(release => [release.slug, studyOf(release, nameOf)]))
  return slugs.flatMap(slug => found.get(slug) ?? [])
}

type Row = Prisma.ReleaseGetPayload<{ include: typeof withApproval }>

function studyOf(release: Row, nameOf: Map<string, string>): BriefedStudy {
  const { caseStudy: study } = release
  const authorTeams = [...new Set(study.authors.flatMap(author => author.person.teamId ?? []))]
  const yes = approvingTeams(study.reviews, study.version, authorTeams)
  const lastYes = (teamId: string) =>
    Math.max(...study.reviews.filter(r => r.teamId === teamId && r.version === study.version).map(r => +r.createdAt))
  const { organisationName, organisationType, placeKeys, placeNames, themes, lenses } = release
  return {
    ...writtenOf(release),
    slug: release.slug,
    callSlug: study.call.slug,
    organisationName,
    organisationType,
    placeKeys,
    placeNames,
    themes,
    lenses,
    notes: readNotes(release.notes),
    approvedAt: release.approvedAt.toISOString(),
    publishedAt: release.publishedAt?.toISOString() ?? null,
    sources: study._count.sources,
    writtenBy: authorTeams.flatMap(id => nameOf.get(id) ?? []),
    approvedBy: yes
      .flatMap(id => {
        const team = nameOf.get(id)
        return team ? [{ team, at: new Date(lastYes(id)).toISOString() }] : []
      })
      .toSorted((one, other) => one.at.localeCompare(other.at)),
  }
}
