import { randomUUID } from 'node:crypto'

import { db } from '@/lib/db'
import { referenceOf } from '@/lib/domain/reference'
import type { Role, Viewer } from '@/lib/domain/person'
import type { ConsentAnswer, OrganisationType } from '@/prisma/generated/client'

/** A call with a tree of places, three teams, and people by their short names: a researcher and a lead of each team. */
export async function makeScene() {
  const call = await db.call.create({
    data: {
      slug: 'the-call',
      isCurrent: true,
      name: 'The call',
      title: 'The call',
      introduction: '',
      contactEmail: 'call@portal.example',
      prompts: {
        create: [
          { key: 'early', position: 1, text: 'Early response', theme: 'Early response' },
          { key: 'anchors', position: 2, text: 'Anchors', theme: 'Anchors in the community' },
        ],
      },
      lenses: { create: [{ key: 'innovation', position: 1, label: 'Innovation' }] },
    },
    include: { prompts: true },
  })
  const place = (key: string, name: string, position: number, parentId: string | null = null) =>
    db.place.create({ data: { callId: call.id, key, name, position, parentId } })
  const dudley = await place('dudley', 'Dudley', 1)
  const warwickshire = await place('warwickshire', 'Warwickshire', 2)
  const rugby = await place('rugby', 'Rugby', 3, warwickshire.id)
  const people = {
    wlv: await makePeople('wlv'),
    bvsc: await makePeople('bvsc'),
    coventry: await makePeople('coventry'),
    staff: await makePerson('staff', 'WMCA_STAFF', null),
    administrator: await makePerson('admin', 'ADMINISTRATOR', null),
  }
  return { call, places: { dudley, warwickshire, rugby }, people }
}
export type Scene = Awaited<ReturnType<typeof makeScene>>

async function makePeople(short: string) {
  const team = await db.team.create({ data: { name: `Team ${short}`, short } })
  return {
    team,
    researcher: await makePerson(`${short}-researcher`, 'RESEARCHER', team),
    lead: await makePerson(`${short}-lead`, 'LEAD', team),
  }
}

/** Somebody with an account, as a viewer. */
export async function makePerson(name: string, role: Role, team: Viewer['team']): Promise<Viewer> {
  const email = `${name}@portal.example`
  const person = await db.person.create({ data: { name, email, role, passwordHash: '-', teamId: team?.id ?? null } })
  return { id: person.id, name, email, role, team, sessionId: randomUUID() }
}

let made = 0

type Given = {
  publish?: ConsentAnswer | null
  showBefore?: boolean
  shortlisted?: boolean
  organisation?: string
  type?: OrganisationType
  practiceOf?: string
  place?: keyof Scene['places']
  title?: string
  communities?: string[]
}

/** A submission that was sent, shortlisted and may be published with its name, unless something else is given. */
export async function makeSubmission(scene: Scene, given: Given = {}) {
  const { publish = 'WITH_NAME', showBefore = false, shortlisted = true } = given
  made += 1
  const consent = (kind: 'PUBLISH' | 'SHOW_BEFORE', answer: ConsentAnswer) => ({
    kind,
    answer,
    wording: 'words',
    wordingVersion: '1',
    channel: 'form',
  })
  return db.submission.create({
    data: {
      callId: scene.call.id,
      status: 'SUBMITTED',
      reference: referenceOf(String(made).padStart(7, '0')),
      noticeVersion: '1',
      submittedAt: new Date(),
      organisationName: given.organisation ?? 'Hope House (example)',
      organisationType: given.type ?? 'FAITH',
      practice: given.practiceOf ? 'ELSEWHERE' : 'OWN',
      practiceOf: given.practiceOf ?? null,
      title: given.title ?? 'A kitchen for everyone',
      communities: given.communities ?? [],
      decision: shortlisted ? 'SHORTLISTED' : null,
      places: { create: { placeId: scene.places[given.place ?? 'dudley'].id } },
      prompts: { create: scene.call.prompts.slice(0, 1).map(prompt => ({ promptId: prompt.id })) },
      consents: {
        create: [...(publish ? [consent('PUBLISH', publish)] : []), consent('SHOW_BEFORE', showBefore ? 'YES' : 'NO')],
      },
    },
    select: { id: true, reference: true },
  })
}
