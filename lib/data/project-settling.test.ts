import { beforeEach, expect, test } from 'vitest'

import { db } from '@/lib/db'
import { plainView } from '@/lib/domain/analysis'
import { caseVariables } from '@/lib/domain/exchange'
import type { Viewer } from '@/lib/domain/person'
import { makeScene, makeSubmission, type Scene } from '@/lib/testing/case-study-makers'
import { makeAnswer, makeBlind, makeCode, makeCoding } from '@/lib/testing/coding-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { invariants } from '@/lib/testing/invariants'
import { emptyProject, exported, imported, normal, thingsOf, zipWith } from '@/lib/testing/project-files'

import { readAnalysis } from './analysis'

let scene: Scene
let lead: Viewer
beforeEach(async () => {
  await emptyDatabase()
  scene = await makeScene()
  lead = scene.people.wlv.lead
})

/** Two coded it and a lead settled it: Food was agreed (or nothing), Trust was settled to nothing. */
async function makeSettled(agreeing: boolean) {
  const { bvsc, coventry } = scene.people
  const [food, trust] = [await makeCode(scene, 'Food'), await makeCode(scene, 'Trust')]
  const { id: submissionId } = await makeSubmission(scene)
  const textVersionId = await makeAnswer(submissionId, 'Hot meals for the whole street.')
  await makeBlind(submissionId, bvsc.researcher, coventry.researcher)
  const on = { textVersionId, start: 0, end: 9 }
  const firstId = await makeCoding({ submissionId, codeId: food, by: bvsc.researcher }, on)
  const secondId = await makeCoding({ submissionId, codeId: food, by: coventry.researcher }, on)
  const lone = await makeCoding({ submissionId, codeId: trust, by: bvsc.researcher }, { ...on, start: 4 })
  const settled = { submissionId, leadId: lead.id }
  const agreedId = agreeing ? await makeCoding({ submissionId, codeId: food, by: lead, agreed: true }, on) : null
  await db.settlement.createMany({
    data: [
      { ...settled, firstId, secondId, agreedId },
      { ...settled, firstId: lone },
    ],
  })
  await db.assignment.updateMany({ data: { doneAt: new Date() } })
  await db.submission.update({ where: { id: submissionId }, data: { blind: false, stage: 'SETTLED' } })
}

async function counted() {
  const answer = await readAnalysis(lead, scene.call.id, { ...plainView('frequencies'), unit: 'segments' })
  return { table: answer?.table, ground: answer?.ground }
}

/** Which of the rules of coding by two do not hold. */
async function brokenRules() {
  const names = Object.keys(invariants).filter(name => /\b(?:two|blind|agreed|settle|settlement|coded)\b/.test(name))
  const found: string[] = []
  for (const name of names)
    if ((await db.$queryRawUnsafe<unknown[]>(invariants[name] ?? '')).length > 0) found.push(name)
  return found
}

test.each([[true], [false]])('what two coded counts the same after it was imported (agreed: %s)', async agreeing => {
  await makeSettled(agreeing)
  const before = await counted()
  const bytes = await exported(lead, scene.call.id)
  const one = await thingsOf(bytes)
  await emptyProject()
  const run = await imported(lead, scene.call.id, bytes)
  expect(run.report.losses).toEqual([])
  expect(await counted()).toEqual(before)
  expect(await brokenRules()).toEqual([])
  const two = await thingsOf(await exported(lead, scene.call.id))
  expect(normal(two.things)).toEqual(normal(one.things))
})

test('a settled project of before, which does not say that two coded it, counts what was agreed', async () => {
  await makeSettled(true)
  const before = await counted()
  const { xml, things } = await thingsOf(await exported(lead, scene.call.id))
  const variable = caseVariables.find(({ key }) => key === 'doubleCoded')?.guid ?? ''
  const said = new RegExp(`<VariableValue><VariableRef targetGUID="${variable}"/>.*?</VariableValue>`)
  expect(xml).toMatch(said)
  const texts = things.flatMap(thing => (thing.kind === 'source' ? [[`sources/${thing.guid}.txt`, thing.text]] : []))
  const old = await zipWith({ 'project.qde': xml.replace(said, ''), ...Object.fromEntries(texts) })
  await emptyProject()
  await imported(lead, scene.call.id, old)
  expect(await counted()).toEqual(before)
  expect(await brokenRules()).toEqual([])
})
