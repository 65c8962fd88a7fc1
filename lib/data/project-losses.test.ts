import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { caseVariables, type CaseKey } from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { exported, imported, looked, thingsOf, zipWith } from '@/lib/testing/project-files'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})

const guid = (last: number) => `bbbbbbbb-0000-4000-8000-${String(last).padStart(12, '0')}`
const ownGuid = (key: CaseKey) => caseVariables.find(each => each.key === key)?.guid ?? ''
const valued = (variable: string, value: string, type = 'Text') =>
  `<VariableValue><VariableRef targetGUID="${variable}"/><${type}Value>${value}</${type}Value></VariableValue>`
const variable = (id: string, name: string, type = 'Text', inner = '') =>
  `<Variable guid="${id}" name="${name}" typeOfVariable="${type}">${inner}</Variable>`
const caseOf = (id: number, name: string, inner: string) => `<Case guid="${guid(id)}" name="${name}">${inner}</Case>`
const project = (variables: string, cases: string, more = '') =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="x">${variables && `<Variables>${variables}</Variables>`}<Cases>${cases}</Cases>${more}</Project>`

const losses = async (xml: string) =>
  (await looked(lead, scene.call.id, await zipWith({ 'project.qde': xml }))).report.losses

test('places and themes that the call does not have are listed with the cases that name them', async () => {
  const own = variable(ownGuid('places'), 'Places') + variable(ownGuid('themes'), 'Themes')
  const file = project(
    own,
    caseOf(1, 'First', valued(ownGuid('places'), 'Atlantis; Lyonesse') + valued(ownGuid('themes'), 'Alchemy')) +
      caseOf(2, 'Second', valued(ownGuid('places'), 'Atlantis')),
  )
  expect(await losses(file)).toEqual([
    'Places that this call does not have: 3 (“Atlantis” in “First” and 1 more; “Lyonesse” in “First”).',
    'Themes that this call does not have: 1 (“Alchemy” in “First”).',
  ])
})

test('values that this portal has no choice for, or no room, are listed', async () => {
  const keys: CaseKey[] = ['type', 'stage', 'practice', 'decision', 'language', 'received', 'organisation']
  const said: Partial<Record<CaseKey, string>> = {
    type: 'Kingdom',
    stage: 'Lost',
    practice: 'Nobody’s',
    decision: 'Perhaps',
    language: 'xx-none',
    received: 'yesterday',
    organisation: 'o'.repeat(201),
  }
  const file = project(
    keys.map(key => variable(ownGuid(key), key)).join(''),
    caseOf(1, 'First', keys.map(key => valued(ownGuid(key), said[key] ?? '')).join('')),
  )
  const found = await losses(file)
  for (const word of ['Kingdom', 'Lost', 'Nobody’s', 'Perhaps', 'xx-none', 'yesterday', 'Organisation'])
    expect(found.filter(sentence => sentence.includes(`“${word}”`) || sentence.includes(`: ${word}`))).toHaveLength(1)
})

test('variables of another program that do not fit, have no value or are described are listed; the others come', async () => {
  const file = project(
    variable(guid(10), 'Age', 'Integer') +
      variable(guid(11), 'Born', 'Date', '<Description>When</Description>') +
      variable(guid(12), 'Unused'),
    caseOf(1, 'First', valued(guid(10), 'about forty', 'Integer') + valued(guid(11), '1970-01-31', 'Date')),
    `<Notes><Note guid="${guid(20)}" name="Thoughts"><PlainTextContent>x</PlainTextContent><Description>d</Description></Note></Notes>`,
  )
  expect(await losses(file)).toEqual([
    'Descriptions of notes: 1.',
    'Descriptions of variables: 1.',
    'Values that are not of their variable’s type and are left out: 1 (“Age: about forty” in “First”).',
    'Titles of notes: 1.',
    'Variables that nothing has a value of: 1 (“Unused”).',
    'Notes that stand on nothing this portal has: 1.',
  ])
  await imported(lead, scene.call.id, await zipWith({ 'project.qde': file }))
  const { imported: beside } = await db.submission.findFirstOrThrow()
  expect(beside).toMatchObject({ values: [{ name: 'Born', value: '1970-01-31' }] })
})

test('of what is here and says something else, or is settled, it is said that nothing comes', async () => {
  const { id } = await makeSubmission(scene)
  const versionId = await makeAnswer(id, 'Words as they came.')
  const bytes = await exported(lead, scene.call.id)
  const { xml } = await thingsOf(bytes)
  const other = await zipWith({ 'project.qde': xml, [`sources/${versionId}.txt`]: 'Other words.' })
  const run = await looked(lead, scene.call.id, other)
  expect(run.report.losses).toContain(
    'Texts that say something else here: nothing that the file has on their words comes: 1.',
  )
  await db.submission.update({ where: { id }, data: { stage: 'SETTLED' } })
  const again = await looked(lead, scene.call.id, bytes)
  expect(again.report.losses).toContain(
    'Submissions that are here and settled, or coded by two: nothing is added to them: 1.',
  )
})

test('words that look like an escaped NUL are kept as they are', async () => {
  await imported(
    lead,
    scene.call.id,
    await zipWith({ 'project.qde': project('', caseOf(1, 'C:\\u0000 and \\\\u0000', '')) }),
  )
  expect(await db.submission.findFirstOrThrow({ select: { title: true } })).toEqual({
    title: 'C:\\u0000 and \\\\u0000',
  })
})
